import { type Reminders, remindersSchema } from '../domain/reminders.ts';
import { seal } from './seal.ts';

/** What a change makes of what a person was reminded of, or of none of it yet; the very `current` when it changes nothing. */
export function changedReminders(current: Reminders, change: (current: Reminders) => Reminders): Reminders {
  const changed = change(current);
  if (changed === current) return current;
  if (changed.consultationId !== current.consultationId || changed.userId !== current.userId)
    throw new Error('Reminders keep their consultation and person.');
  return seal(remindersSchema, changed);
}

export const neverReminded = (consultationId: string, userId: string): Reminders =>
  seal(remindersSchema, { consultationId, userId, told: [] });
