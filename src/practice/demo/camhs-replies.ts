import { bulletList, emoji, link, message, paragraph } from '../compose-message.ts';
import { prose, type ScriptedReply } from './scripted-reply.ts';

/** What the team says about child and adolescent mental health services. */
export const camhsReplies: ScriptedReply[] = [
  {
    by: 'nia',
    said: prose`We think that the mental health of children in care cannot be left to child and adolescent mental health
      services (CAMHS) alone. These children need help that comes to where they live, from people who are still there after
      the next move.`,
    reactions: { '+1': ['ngozi', 'joan', 'helen'], 'thumbsup::skin-tone-4': ['samira'] },
  },
  {
    by: 'joan',
    said: prose`Our view: councils answer for children in care without any control over the mental health services that they
      wait for. The review should say so plainly, and without blame: colleagues in health work under the same pressure.`,
    reactions: { '+1': ['helen', 'nia'] },
  },
  {
    by: 'danny',
    said: prose`Evidence: 26% of referrals to specialist children's mental health services in England were rejected in 2018-19,
      and the median wait for mental health treatment was 56 days in 2019. Both rest on freedom of information requests that
      not every provider answered, so they are estimates.`,
    reactions: { '+1': ['nia'] },
  },
  {
    by: 'nia',
    said: prose`Evidence: NHS Digital found that 16.0% of children aged 5 to 16 in England had a probable mental disorder in
      July 2020, up from 10.8% in 2017. It used a screening questionnaire, and it says nothing of
      children in care in particular.`,
    reactions: { '+1': ['danny'] },
  },
  // A number of the range that is kept for tests: the screen holds it, and its words are nowhere in the files.
  {
    by: 'ngozi',
    said: prose`Experience: one girl's wait says it all. NHS number 999 123 4055, referred in spring, still waiting when the
      clocks went back.`,
  },
  {
    by: 'helen',
    said: message(
      paragraph(
        'The review should read the chapter on mental health in ',
        link(
          'https://example.org/eastmarsh/needs-assessment-2020',
          "Eastmarsh's joint strategic needs assessment, 2020",
        ),
        '. It shows what each of us holds:',
      ),
      bulletList(
        'the council knows who is in care and where they live',
        'the health service knows who was referred and how long they waited',
        'schools know who is absent',
        'nobody can put the three together',
      ),
    ),
    reactions: { '+1': ['danny', 'joan'] },
  },
  {
    by: 'nia',
    said: prose`Concern: young people are told that they are too unwell for counselling and not unwell enough for CAMHS. Each
      answer shuts a door.`,
    reactions: { '+1': ['ngozi', 'marcus', 'samira'], '100': ['joan'] },
  },
  {
    by: 'helen',
    said: prose`There is a risk that a placement breaks down during the wait, and that the move starts the wait again with
      another provider.`,
    reactions: { '+1': ['nia', 'marcus'] },
  },
  {
    by: 'ngozi',
    said: prose`Young people tell us that they were told they were not unwell enough for CAMHS and too unwell for
      counselling.`,
    reactions: { '+1': ['nia'] },
  },
  {
    by: 'nia',
    said: message(
      paragraph(
        prose`Experience: foster carers hold young people through the wait, often with nobody to ring after six in the evening.
          Those who could use a monthly consultation with a clinician said that it made the difference between coping and
          giving notice, as we set out in `,
        link('https://example.org/eastmarsh/consultation-line', 'our account of its first year'),
        '.',
      ),
    ),
    file: 'Consultation line, first year.pdf',
    reactions: { '+1': ['helen', 'ngozi'], 'thumbsup::skin-tone-2': ['marcus'] },
  },
  {
    by: 'marcus',
    said: prose`In our team the social worker becomes the therapist by default. We would put it at 30% of the time that we spend
      with teenagers, and none of us is trained for it.`,
    reactions: { '+1': ['ngozi'] },
  },
  {
    by: 'samira',
    said: prose`In our experience young people say most when an advocate or participation worker whom they know does the
      asking, in a place that they choose, and tells them afterwards what came of it.`,
    reactions: { '+1': ['nia', 'joan'], 'thumbsup::skin-tone-6': ['ngozi'] },
  },
  {
    by: 'nia',
    said: prose`It would be unfair to say that CAMHS turns children away without a thought. Most referrals that come back carry
      advice, written by people who are as stretched as we are.`,
    reactions: { '+1': ['joan', 'helen'] },
  },
  {
    by: 'helen',
    said: prose`Recommendation: NHS England and the Department for Education should require, in every team for children in
      care, a mental health worker who is paid for jointly and answers to both services.`,
    reactions: { '+1': ['nia', 'joan', 'marcus'], 'thumbsup::skin-tone-5': ['ngozi'] },
  },
  {
    by: 'danny',
    said: prose`Recommendation: NHS England should measure waits for children in care from the first request for help, and keep
      the clock running when a child moves.`,
    reactions: { '+1': ['helen', 'nia'] },
  },
  {
    by: 'samira',
    said: prose`Question for the review: how will you hear from young people about their mental health without asking them to
      tell it all again, and who will support them before and afterwards?`,
    reactions: { '+1': ['nia', 'priya'], 'raised_hands::skin-tone-3': ['ngozi'] },
  },
  { by: 'tomasz', said: message(paragraph('Thanks all ', emoji('tada', '1f389'))) },
];
