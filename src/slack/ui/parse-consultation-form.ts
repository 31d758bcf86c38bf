import { z } from 'zod';
import { capacities } from '../../domain/consultation.ts';
import type { ConsultationSettings } from '../../usecases/open-consultation.ts';
import { keepChoices, RESPONDING_AS_LIMIT, TITLE_LIMIT } from './consultation-fields.ts';
import {
  chosenChannel,
  chosenMoment,
  chosenPeople,
  chosenPerson,
  chosenValue,
  type FieldErrors,
  type FormState,
  type Parsed,
  tickedValues,
  typedLine,
} from './form-state.ts';
import { ids } from './ids.ts';

/** `packId` and `channelId` are empty in the form of the settings, which does not ask for them. */
export type ConsultationInput = ConsultationSettings & { packId: string; channelId: string };

const { field } = ids;

/** As the form offers it; a time that nobody chose is never put in its place. */
const keepMonthsSchema = z.coerce
  .number()
  .pipe(z.literal([...keepChoices.keys()]))
  .nullable()
  .catch(null);

/**
 * The form's fields, each checked; errors are by field, so that Slack shows each beside its own.
 * `standingDeadline`: the deadline that a consultation has already, which may have passed.
 */
export function parseConsultationForm(
  state: FormState,
  now: string,
  standingDeadline: string | null = null,
): Parsed<ConsultationInput> {
  const title = typedLine(state, field.title);
  const respondingAs = typedLine(state, field.respondingAs);
  const deadline = chosenMoment(state, field.deadline);
  const themeIds = tickedValues(state, field.themes);
  const keepMonths = keepMonthsSchema.parse(chosenValue(state, field.keep));
  const capacity = z.enum(capacities).catch('organisation').parse(chosenValue(state, field.capacity));
  const errors = {
    ...textError(field.title, title, TITLE_LIMIT, 'Give the response a title.'),
    ...textError(field.respondingAs, respondingAs, RESPONDING_AS_LIMIT, 'Say who is responding.'),
    ...deadlineError(deadline, now, standingDeadline),
    ...(themeIds.length === 0 ? { [field.themes]: 'Choose at least one theme.' } : {}),
    ...(keepMonths === null ? { [field.keep]: 'Choose how long the words are kept.' } : {}),
  };
  if (deadline === null || keepMonths === null || Object.keys(errors).length > 0)
    return { ok: false, errors };
  return {
    ok: true,
    value: {
      packId: chosenValue(state, field.pack) ?? '',
      channelId: chosenChannel(state, field.channel) ?? '',
      title,
      respondingAs,
      capacity,
      deadline,
      themeIds,
      editorIds: chosenPeople(state, field.editors),
      approverIds: chosenPeople(state, field.approvers),
      safeguardingReviewerId: chosenPerson(state, field.safeguardingReviewer),
      keepMonths,
    },
  };
}

function textError(id: string, text: string, limit: number, missing: string): FieldErrors {
  if (text === '') return { [id]: missing };
  return text.length > limit ? { [id]: `Shorten this to ${limit} characters: it has ${text.length}.` } : {};
}

function deadlineError(deadline: string | null, now: string, standing: string | null): FieldErrors {
  if (deadline === null)
    return { [field.deadline]: 'Choose the date and time by which the response is due.' };
  const isStanding = standing !== null && deadline.slice(0, 16) === standing.slice(0, 16);
  return deadline <= now && !isStanding
    ? { [field.deadline]: 'This is in the past. Choose a later date and time.' }
    : {};
}
