import { type Capacity, capacities } from '../../domain/consultation.ts';
import type { Pack } from '../../domain/pack.ts';
import type { ConsultationSettings } from '../../usecases/open-consultation.ts';
import { ids } from './ids.ts';
import { input, option, select, textInput } from './inputs.ts';

/** What a form shows when it opens; what is not there stays empty. */
export type FormValues = Partial<Omit<ConsultationSettings, 'themeIds'>> & {
  channelId: string;
  themeIds: string[];
};

/** In characters: longer titles do not fit Slack's headers. */
export const TITLE_LIMIT = 150;
export const RESPONDING_AS_LIMIT = 100;

const capacityLabels: Record<Capacity, string> = {
  organisation: 'For the organisation',
  group: 'For a group of professionals',
  personal: 'In a personal capacity',
};

/** Months, as people say them. */
export const keepChoices: ReadonlyMap<number, string> = new Map([
  [6, '6 months'],
  [12, '1 year'],
  [24, '2 years'],
  [72, '6 years'],
]);
const KEEP_DEFAULT = 12;

const { field } = ids;

/** The response, who gives it, and by when. */
export function whatAndWhen(pack: Pack, values: FormValues) {
  const { title, respondingAs, capacity = 'organisation', deadline } = values;
  return [
    input(field.title, 'Title', textInput(field.title, title), {
      hint: `Of your response, up to ${TITLE_LIMIT} characters.`,
    }),
    input(field.respondingAs, 'Responding as', textInput(field.respondingAs, respondingAs), {
      hint: 'The name of the organisation or group, as it stands on the submission.',
    }),
    input(
      field.capacity,
      'Capacity',
      select(
        field.capacity,
        capacities.map((id) => option(id, capacityLabels[id])),
        capacity,
      ),
    ),
    input(
      field.deadline,
      'Deadline',
      {
        type: 'datetimepicker',
        action_id: field.deadline,
        ...(deadline === undefined ? {} : { initial_date_time: Math.floor(Date.parse(deadline) / 1000) }),
      },
      { hint: pack.deadlineNote ?? 'After it no reply is recorded until you reopen.' },
    ),
  ];
}

/** The threads to open, the people with a part in it, and how long words are kept. */
export function whoAndHow(pack: Pack, values: FormValues) {
  const {
    editorIds = [],
    approverIds = [],
    safeguardingReviewerId = null,
    keepMonths = KEEP_DEFAULT,
  } = values;
  const offered = pack.themes.map(({ id, title }) => option(id, title));
  const ticked = offered.filter(({ value }) => value !== undefined && values.themeIds.includes(value));
  return [
    input(
      field.themes,
      'Themes',
      {
        type: 'checkboxes',
        action_id: field.themes,
        options: offered,
        ...(ticked.length === 0 ? {} : { initial_options: ticked }),
      },
      { optional: true, hint: 'Each one becomes a thread.' },
    ),
    input(field.editors, 'Editors', people(field.editors, editorIds), {
      optional: true,
      hint: 'The lead always is one.',
    }),
    input(field.approvers, 'Approvers', people(field.approvers, approverIds), { optional: true }),
    input(
      field.safeguardingReviewer,
      'Safeguarding reviewer',
      {
        type: 'users_select',
        action_id: field.safeguardingReviewer,
        ...(safeguardingReviewerId === null ? {} : { initial_user: safeguardingReviewerId }),
      },
      {
        optional: true,
        hint: 'A full member of the channel, who sees which replies are held and decides on them. Empty: the lead.',
      },
    ),
    input(
      field.keep,
      'Keep words for',
      select(
        field.keep,
        [...keepChoices].map(([months, label]) => option(String(months), label)),
        String(keepMonths),
      ),
      { hint: 'After the deadline; then the replies’ words are deleted and the submission stays.' },
    ),
  ];
}

const people = (actionId: string, userIds: string[]) => ({
  type: 'multi_users_select' as const,
  action_id: actionId,
  ...(userIds.length === 0 ? {} : { initial_users: userIds }),
});
