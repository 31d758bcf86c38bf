import type { Records } from '../store.ts';
import type { Use } from '../use-until-closed.ts';
import type { Database } from './database.ts';
import { keepActions } from './keep-actions.ts';
import { keepConsultations } from './keep-consultations.ts';
import { keepContributions } from './keep-contributions.ts';
import { keepLastExports } from './keep-last-exports.ts';
import { keepPeople } from './keep-people.ts';
import { keepReminders } from './keep-reminders.ts';

/** All that a store does with records, wherever `use` does its work: on any connection, or within one transaction. */
export const keepRecords = (use: Use<Database>): Records => ({
  ...keepConsultations(use),
  ...keepContributions(use),
  ...keepPeople(use),
  ...keepActions(use),
  ...keepLastExports(use),
  ...keepReminders(use),
});
