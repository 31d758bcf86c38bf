import { FieldError, UserError } from '../domain/errors.ts';
import { apology } from './reply-with-errors.ts';
import type { Surroundings } from './surroundings.ts';
import type { Parsed } from './ui/form-state.ts';
import { ids } from './ui/ids.ts';

/**
 * Saves what a form holds while it is still open: what goes wrong is said on its field, and what was typed
 * stays on the screen. `fieldId`: for what is about no one field. Only for use cases that are quick: Slack waits three seconds.
 */
export async function savedOrFieldError<Value>(
  { deps, log, about }: Surroundings,
  fieldId: string,
  save: () => Promise<Value>,
): Promise<Parsed<Value>> {
  try {
    return { ok: true, value: await save() };
  } catch (error) {
    if (error instanceof FieldError)
      return { ok: false, errors: { [ids.field[error.field]]: error.message } };
    if (error instanceof UserError) return { ok: false, errors: { [fieldId]: error.message } };
    const reference = deps.newId().slice(0, 8);
    log.error('A form could not be saved', error, { reference, ...about });
    return { ok: false, errors: { [fieldId]: apology(reference) } };
  }
}
