import { z } from 'zod';

/** What Slack sends of a form: by block, by element. Read loosely: each field is checked on its own. */
export type FormState = Record<string, Record<string, unknown> | undefined>;

export type FieldErrors = Record<string, string>;
/** What a form holds, or what is wrong with it, field by field. */
export type Parsed<Value> = { ok: true; value: Value } | { ok: false; errors: FieldErrors };

const typed = z.looseObject({ value: z.string().nullish() });
const chosen = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() });
const ticked = z.looseObject({ selected_options: z.array(z.looseObject({ value: z.string() })).nullish() });
const people = z.looseObject({ selected_users: z.array(z.string()).nullish() });
const person = z.looseObject({ selected_user: z.string().nullish() });
const channel = z.looseObject({ selected_conversation: z.string().nullish() });
/** Seconds until the year 9999: a later moment has no ISO form. */
const moment = z.looseObject({ selected_date_time: z.number().int().min(0).max(253_402_300_799).nullish() });

function read<Shape>(schema: z.ZodType<Shape>, state: FormState, id: string): Shape | undefined {
  const result = schema.safeParse(state[id]?.[id]);
  return result.success ? result.data : undefined;
}

export const typedValue = (state: FormState, id: string): string => read(typed, state, id)?.value ?? '';

/** One line of text: what was typed without control characters and doubled spaces. */
export const typedLine = (state: FormState, id: string): string =>
  typedValue(state, id)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

export const chosenValue = (state: FormState, id: string): string | null =>
  read(chosen, state, id)?.selected_option?.value ?? null;

export const tickedValues = (state: FormState, id: string): string[] =>
  (read(ticked, state, id)?.selected_options ?? []).map(({ value }) => value);

export const chosenPeople = (state: FormState, id: string): string[] =>
  read(people, state, id)?.selected_users ?? [];

export const chosenPerson = (state: FormState, id: string): string | null =>
  read(person, state, id)?.selected_user ?? null;

export const chosenChannel = (state: FormState, id: string): string | null =>
  read(channel, state, id)?.selected_conversation ?? null;

/** UTC ISO. */
export function chosenMoment(state: FormState, id: string): string | null {
  const seconds = read(moment, state, id)?.selected_date_time;
  return seconds == null ? null : new Date(seconds * 1000).toISOString();
}
