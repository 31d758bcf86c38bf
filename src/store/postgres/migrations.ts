import { records } from './migrations/0001-records.ts';
import { reminders } from './migrations/0002-reminders.ts';
import { probe } from './migrations/0003-probe.ts';

/** In order, the first being number 1. One that has been released is never changed: what comes after it is a new one. */
export const migrations: readonly string[] = [records, reminders, probe];

/** The tables that hold records, once all migrations are done. */
export const recordTables = [
  'actions',
  'consultations',
  'contributions',
  'last_exports',
  'people',
  'reminders',
] as const;
