import { bold, bulletList, emoji, message, paragraph, quote } from '../compose-message.ts';
import { prose, type ScriptedReply } from './scripted-reply.ts';

/** What the team says about the people who do the work. */
export const workforceReplies: ScriptedReply[] = [
  {
    by: 'ngozi',
    said: message(
      paragraph(
        prose`We believe that a lasting relationship with one social worker is the service itself, and not only the way it is
          delivered. Whatever the review proposes should pass one test: does it help `,
        bold('the same person'),
        ' to stay?',
      ),
    ),
    reactions: { '+1': ['marcus', 'nia'], 'thumbsup::skin-tone-6': ['joan'], clap: ['samira'] },
  },
  {
    by: 'marcus',
    said: prose`Pay decides whether people apply here; good supervision decides whether they stay. The two need different
      remedies, and only the second is in a council's own hands.`,
    reactions: { '+1': ['ngozi'] },
    decided: { kind: 'position' },
  },
  {
    by: 'danny',
    said: message(
      paragraph(
        prose`Evidence: there were 31,900 full-time equivalent children and family social workers in post in England at 30
          September 2020, with an average caseload of 16.3 cases and a vacancy rate of 16.1%. An average hides the spread.
          In Eastmarsh it was 17.1 cases on the same day, while the highest caseload was 26.`,
      ),
      paragraph(
        prose`Source for Eastmarsh: own data, case management system, extracted on 15 January 2021 and cleared by the
          principal social worker.`,
      ),
    ),
    reactions: { '+1': ['tomasz', 'marcus'] },
  },
  {
    by: 'danny',
    said: prose`Concern: turnover rates are easily set side by side when they should not be. The Department for Education
      put turnover at 13.5% in the year to 30 September 2020, counting full-time equivalents. Its figure of 16% for the
      year before was by headcount. Together they seem to show an improvement that may not have happened.`,
    reactions: { '+1': ['tomasz'] },
  },
  {
    by: 'ngozi',
    said: message(
      paragraph(
        prose`Evidence: in October 2020 we asked all 131 social workers in Eastmarsh what would make them stay. The 84 who
          answered named most often:`,
      ),
      bulletList(
        'a caseload that leaves time to see children (61 people)',
        'regular supervision that is about the work and not only about deadlines (52 people)',
        'a manager who has done the job (38 people)',
      ),
      paragraph(
        "Source: Eastmarsh's own staff survey, October 2020, cleared by the principal social worker.",
      ),
    ),
    file: 'Staff survey 2020, summary.pdf',
    reactions: { '+1': ['priya', 'marcus'], 'thumbsup::skin-tone-3': ['helen'] },
  },
  {
    by: 'marcus',
    said: prose`We worry that the newest workers carry the hardest cases. Nobody plans it. An experienced colleague leaves,
      the cases are shared out the same day, and they go to whoever has room.`,
    reactions: { '+1': ['ngozi', 'nia'] },
  },
  {
    by: 'ngozi',
    said: 'In my experience it takes a family six months to say whats really wrong, and most dont get six months.',
    edited: prose`In our experience it can take a family six months to say what is really wrong. Many never have the same
      worker for so long, and each new start begins with the same questions.`,
    reactions: { '+1': ['samira'] },
  },
  {
    by: 'marcus',
    said: prose`When we tried protected caseloads for newly qualified social workers in 2019, most of that year's group were
      still here at the end of their second year. It lasted because the time of their supervisors was written into the
      rota, and not left to goodwill.`,
    reactions: { '+1': ['joan', 'ngozi'] },
  },
  {
    by: 'joan',
    said: message(
      paragraph('Experience: a social worker who left us in 2020 has agreed to be quoted:'),
      quote('I did not leave the children. I left the forms.'),
      paragraph('Those who have left can say most about why people leave, and are seldom asked.'),
    ),
    reactions: { 'thumbsup::skin-tone-5': ['ngozi'], '+1': ['marcus', 'samira'] },
  },
  {
    by: 'marcus',
    said: message(
      paragraph(
        'Timed myself last week, for once. 37 hours, and 21 of them went on recording, forms and chasing signatures ',
        emoji('see_no_evil', '1f648'),
      ),
    ),
    addedBy: 'tomasz',
    decided: {
      kind: 'experience',
      wording:
        'A manager who timed one working week of 37 hours spent 21 of them on recording, forms and chasing signatures.',
    },
  },
  {
    by: 'ngozi',
    said: 'Off the record: the new recording system has made this worse, and I would rather not be the one to say it.',
  },
  { by: 'helen', said: 'Is the room free on Thursday? Sorry, wrong thread.', deleted: true },
  {
    by: 'marcus',
    said: prose`Recommendation: the Department for Education should fund a protected caseload and a named supervisor for every
      newly qualified social worker for two years. The cost is the supervisor's time, and it has to be paid for if the
      protection is to be real.`,
    reactions: { '+1': ['ngozi', 'joan', 'nia'] },
  },
  {
    by: 'danny',
    said: prose`Recommendation: the Department for Education should publish caseloads as a spread and not only as an average.
      Councils already return the data.`,
    reactions: { '+1': ['tomasz'] },
  },
  {
    by: 'helen',
    said: message(
      paragraph(
        prose`We should ask for regional rules on agency pay so that we stop outbidding our neighbours for the same people `,
        emoji('money_with_wings', '1f4b8'),
      ),
    ),
    reactions: { '+1': ['marcus', 'joan'] },
    decided: {
      wording: prose`The councils of each region should agree common rules on agency pay, with the support of the Department
        for Education, so that neighbours do not outbid one another for the same people.`,
    },
  },
  {
    by: 'priya',
    said: prose`A question the review should ask social workers themselves: which task would you stop tomorrow if nobody
      inspected it? They will need to be able to answer through somebody other than their employer.`,
    reactions: { '+1': ['ngozi'] },
  },
];
