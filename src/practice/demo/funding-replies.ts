import { bulletList, emoji, link, mention, message, paragraph } from '../compose-message.ts';
import { prose, type ScriptedReply } from './scripted-reply.ts';

const spendingTable = `Evidence: in Eastmarsh too, spending has moved from early help to children in care.
| Year | Early help and family support | Children in care |
| --- | ---: | ---: |
| 2017-18 | £6.1 million | £14.8 million |
| 2018-19 | £5.7 million | £16.2 million |
| 2019-20 | £5.2 million | £17.9 million |
Source: Eastmarsh's own data, outturn reports for each year, extracted on 29 January 2021 and cleared by the finance business partner. Not adjusted for inflation.`;

/** What the team says about money. */
export const fundingReplies: ScriptedReply[] = [
  {
    by: 'joan',
    said: prose`Our view: councils cannot plan for prevention on money that is known one year at a time.
      A grant that is announced in winter and ends the following March buys temporary posts, and temporary posts
      do not build the trust that families need before they will accept help.`,
    reactions: { '+1': ['helen', 'marcus'], 'thumbsup::skin-tone-4': ['samira'], raised_hands: ['ngozi'] },
  },
  {
    by: 'helen',
    said: prose`Position: the review should look at when money reaches a family, and not only at how much there is.
      A pound that arrives before a crisis and a pound that arrives after it are counted alike in every return that
      we complete. They do not do the same work.`,
    reactions: { '+1': ['joan'], 'thumbsup::skin-tone-2': ['danny'] },
  },
  {
    by: 'danny',
    said: prose`Evidence: preventive services took 41% of local authority spending on children's services in England in
      2010-11 and 25% in 2017-18. Total spending on children's social care rose over those years, so this is a change
      of balance and not a falling budget.`,
    reactions: { '+1': ['tomasz', 'helen', 'samira'] },
  },
  {
    by: 'danny',
    said: spendingTable,
    reactions: { '100': ['helen'] },
  },
  {
    by: 'tomasz',
    said: message(
      paragraph(
        'The review should read ',
        link(
          'https://publications.parliament.uk/pa/cm201719/cmselect/cmpubacc/1741-publication/174106.htm',
          "Transforming children's services",
        ),
        prose`, by the House of Commons Committee of Public Accounts. In 2017-18, 91% of local authorities overspent on
          children's social care, by £872 million in total. An overspend so widely shared says more about how budgets are set than about how they are run.`,
      ),
    ),
  },
  {
    by: 'tomasz',
    said: prose`Evidence: in October 2021 the Local Government Association put the extra money that children's social care
      would need by 2024-25 at £2.7 billion.`,
    decided: {
      use_in_submission: 'no',
      reason: 'The figure was published after the call for advice. Keep it for the call for ideas.',
    },
  },
  {
    by: 'samira',
    said: message(
      paragraph(
        'Concern: short-term grants leave gaps that families notice. Because of them we have had to:',
      ),
      bulletList(
        'close a parenting group on the day its grant ended, with the waiting list still open',
        'advertise the same family worker posts every spring',
        bulletList(
          'experienced people rarely apply for a contract of eight months',
          'whoever is appointed needs the first two of them to learn the area',
        ),
        'explain to schools why a service that they had come to rely on now had another name',
      ),
    ),
    reactions: { '+1': ['marcus', 'ngozi'], '+1::skin-tone-5': ['nia'], eyes: ['priya'] },
  },
  {
    by: 'helen',
    said: prose`Concern: councils bid against one another for the same placements. The council that needs a place tonight
      has no bargaining position, and a few complex placements can decide whether a whole year's budget holds.`,
    reactions: { '+1': ['joan'] },
  },
  {
    by: 'marcus',
    said: prose`In our experience the help that a family needed early is bought later, from several services at once and
      at a higher price. Parents say so themselves: one person, two years sooner, would have done.`,
    reactions: { '+1': ['samira', 'ngozi'] },
  },
  {
    by: 'samira',
    said: prose`In our experience the people who see first what a cut does are school business managers and the staff of
      small charities. Reviews seldom hear from either.`,
    reactions: { 'raised_hands::skin-tone-4': ['marcus'] },
  },
  {
    by: 'samira',
    said: ({ danny }) =>
      message(paragraph('Thanks ', mention(danny), ', very helpful ', emoji('pray', '1f64f'))),
  },
  {
    by: 'helen',
    said: prose`Recommendation: the Department for Education and the Treasury should fund children's services for at least
      three years at a time, and announce each settlement by the end of November. The price is some freedom to change
      course between years; the gain is permanent posts.`,
    reactions: { '+1': ['joan', 'samira', 'marcus', 'tomasz'], 'thumbsup::skin-tone-3': ['ngozi'] },
  },
  {
    by: 'tomasz',
    said: prose`Recommendation: the Department for Education should collect spending on early help from every council on
      one definition, so that the figures can be compared.`,
    reactions: { '+1': ['danny'] },
  },
  {
    by: 'samira',
    said: prose`Recommendation: please, the Department for Education should collect spending on early help from every
      council on one defnition, so that the figures can be compared. Thanks!`,
  },
  {
    by: 'danny',
    said: prose`The review should ask what each council would stop first if its grants ended in March, and who would notice.`,
  },
];
