import { link, mention, message, orderedList, paragraph } from '../compose-message.ts';
import { prose, type ScriptedReply } from './scripted-reply.ts';

const lookedAfterRelease =
  'https://explore-education-statistics.service.gov.uk/find-statistics/children-looked-after-in-england-including-adoptions/2020';
const storingUpTrouble =
  'https://www.ncb.org.uk/resources/all-resources/filter/poverty-inequality/storing-trouble-postcode-lottery-childrens-social';

/** What the team says about who gets help, and who is turned away. */
export const thresholdsReplies: ScriptedReply[] = [
  {
    by: 'joan',
    said: prose`Our position: a threshold should describe what a child needs, and not what a council can afford this
      month. Where the two differ, the family should be told which of them decided.`,
    reactions: { '+1': ['samira', 'marcus'], 'thumbsup::skin-tone-3': ['ngozi'] },
  },
  {
    by: 'samira',
    said: prose`We support one national description of need, with local decisions about how to meet it. A family that moves
      across a council's boundary should not have to prove everything again.`,
    reactions: { '+1': ['tomasz'] },
  },
  {
    by: 'danny',
    said: 'Evidence: at 31 March 2020, 67 children per 100,000 were looked after in England.',
    edited: message(
      paragraph(
        prose`Evidence: at 31 March 2020, 67 children per 10,000 were looked after in England. Between areas the rate ranged
          from 24 to 223, as the release of the `,
        link(lookedAfterRelease, 'Department for Education'),
        ' shows. Some widely read texts print it per 100,000, which is ten times too few.',
      ),
    ),
    reactions: { '+1': ['tomasz', 'priya'] },
  },
  {
    by: 'danny',
    said: prose`Evidence: there were 323.7 children in need per 10,000 children in England at 31 March 2020, the lowest rate
      in eight years. In the year to that date councils started 201,000 child protection (section 47) enquiries. Fewer children in need beside so
      many enquiries would fit a higher bar for help, but does not prove one: changes in recording could explain part of it.`,
    reactions: { '+1': ['joan'] },
  },
  {
    by: 'tomasz',
    said: message(
      paragraph(
        'Research: for ',
        link(storingUpTrouble, 'Storing up trouble'),
        prose` the All-Party Parliamentary Group for Children surveyed 1,700 social workers. Of social workers who answered, 70%
          said that the threshold for helping a child in need had risen in the three years to 2018.
          This is what practitioners see, and not a measured change.`,
      ),
    ),
    reactions: { '+1': ['samira'] },
  },
  {
    by: 'danny',
    said: message(
      paragraph(
        prose`Evidence: of the contacts that our front door closed with no further action between April and September 2019, 31%
          came back within twelve months.`,
      ),
      paragraph(
        prose`Source: Eastmarsh's own data, case management system, extracted on 15 January 2021 and cleared by the head of
          performance. It counts contacts and not children, and leaves out families who moved away.`,
      ),
    ),
    reactions: { '+1': ['marcus', 'joan', 'samira'] },
  },
  {
    by: 'ngozi',
    said: prose`Concern: a family that is turned away learns not to ask again. The next that we hear of them is often through
      the police or a hospital.`,
    reactions: { '+1': ['nia', 'marcus'], 'thumbsup::skin-tone-4': ['samira'] },
  },
  {
    by: 'joan',
    said: prose`Concern: our own audit found that the reason for turning a family away is often not written down. Not until the
      head of safeguarding has signed off, please.`,
    decided: {
      use_in_submission: 'yes',
      wording: prose`An audit of our own found that the reason for turning a family away is often not written down. Without it,
        nobody can tell need from capacity, in this council or in any other.`,
    },
  },
  {
    by: 'ngozi',
    said: message(
      paragraph('What we see is a path that repeats itself:'),
      orderedList(
        'a school makes a referral, and is told that the threshold is not met',
        'the family is pointed to a service that has a waiting list',
        'the school stops referring and starts recording',
        'months later the same worry arrives as a child protection enquiry',
      ),
    ),
    reactions: { '+1': ['samira', 'marcus'] },
  },
  {
    by: 'marcus',
    said: ({ danny }) =>
      message(
        paragraph(
          'From practice: the share of returning contacts that ',
          mention(danny),
          prose` reports is what a duty desk feels like. The same families ring again, a little later and a little worse off.`,
        ),
      ),
    reactions: { '+1': ['ngozi'] },
  },
  {
    by: 'samira',
    said: prose`Families tell us that they told their story three times before anyone could say no, and that nobody told them
      what would have made it a yes.`,
    reactions: { '+1': ['ngozi', 'priya'] },
  },
  {
    by: 'tomasz',
    said: 'Does anyone have the threshold documents of the neighbouring councils? I could set them side by side.',
    decided: { use_in_submission: 'no', reason: 'A question among ourselves. Helen Pryce has sent them.' },
  },
  {
    by: 'joan',
    said: prose`Recommendation: the Department for Education should publish, for every council, how many contacts lead to no
      help and how many of those come back within a year. Most councils can already count both.`,
    reactions: { '+1': ['danny', 'marcus', 'samira'] },
  },
  {
    by: 'samira',
    said: prose`Recommendation: councils, health services and schools in each area should agree one description of need, in
      words that a parent would use, and review it together every year.`,
    reactions: { '+1': ['nia', 'ngozi'] },
  },
  {
    by: 'ngozi',
    said: prose`The review should ask who tells a family that it has been turned away, and what that person is able to offer
      instead.`,
    reactions: { '+1': ['joan'] },
  },
];
