import { z } from 'zod';
import { capacities } from '../../domain/consultation.ts';
import type { ConsultationSettings } from '../../usecases/open-consultation.ts';
import { RESPONDING_AS_LIMIT, TITLE_LIMIT } from './consultation-fields.ts';
import { ids } from './ids.ts';

/** What Slack sends of a form: by block, by element. Read loosely: each field is checked on its own. */
export type FormState = Record<string, Record<string, unknown> | undefined>;

type FieldErrors = Record<string, string>;
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

/** `packId` and `channelId` are empty in the form of the settings, which does not ask for them. */
export type ConsultationInput = ConsultationSettings & { packId: string; channelId: string };

const { field } = ids;

const typed = z.looseObject({ value: z.string().nullish() });
const chosen = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() });
const ticked = z.looseObject({ selected_options: z.array(z.looseObject({ value: z.string() })).nullish() });
const people = z.looseObject({ selected_users: z.array(z.string()).nullish() });
const person = z.looseObject({ selected_user: z.string().nullish() });
const channel = z.looseObject({ selected_conversation: z.string().nullish() });
const moment = z.looseObject({ selected_date_time: z.number().int().nullish() });

function read<Shape>(schema: z.ZodType<Shape>, state: FormState, id: string): Shape | undefined {
  const result = schema.safeParse(state[id]?.[id]);
  return result.success ? result.data : undefined;
}

/** One line of text: what was typed without control characters and doubled spaces. */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();

export const chosenValue = (state: FormState, id: string): string | null =>
  read(chosen, state, id)?.selected_option?.value ?? null;

export const typedValue = (state: FormState, id: string): string => read(typed, state, id)?.value ?? '';

/**
 * The form's fields, each checked; errors are by field, so that Slack shows each beside its own.
 * `standingDeadline`: the deadline that a consultation has already, which may have passed.
 */
export function parseConsultationForm(
  state: FormState,
  now: string,
  standingDeadline: string | null = null,
): Parsed<ConsultationInput> {
  const title = oneLine(typedValue(state, field.title));
  const respondingAs = oneLine(typedValue(state, field.respondingAs));
  const seconds = read(moment, state, field.deadline)?.selected_date_time;
  const deadline = seconds == null ? null : new Date(seconds * 1000).toISOString();
  const themeIds = (read(ticked, state, field.themes)?.selected_options ?? []).map(({ value }) => value);
  const capacity = z.enum(capacities).catch('organisation').parse(chosenValue(state, field.capacity));
  const errors = {
    ...textError(field.title, title, TITLE_LIMIT, 'Give the response a title.'),
    ...textError(field.respondingAs, respondingAs, RESPONDING_AS_LIMIT, 'Say who is responding.'),
    ...deadlineError(deadline, now, standingDeadline),
    ...(themeIds.length === 0 ? { [field.themes]: 'Choose at least one theme.' } : {}),
  };
  if (deadline === null || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      packId: chosenValue(state, field.pack) ?? '',
      channelId: read(channel, state, field.channel)?.selected_conversation ?? '',
      title,
      respondingAs,
      capacity,
      deadline,
      themeIds,
      editorIds: read(people, state, field.editors)?.selected_users ?? [],
      approverIds: read(people, state, field.approvers)?.selected_users ?? [],
      safeguardingReviewerId: read(person, state, field.safeguardingReviewer)?.selected_user ?? null,
      keepMonths: z.coerce.number().int().positive().catch(12).parse(chosenValue(state, field.keep)),
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
