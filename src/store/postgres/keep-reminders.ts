import { type Reminders, remindersSchema } from '../../domain/reminders.ts';
import { changedReminders, neverReminded } from '../changed-reminders.ts';
import { createInOrder } from '../in-order.ts';
import type { Store } from '../store.ts';
import type { Use } from '../use-until-closed.ts';
import { beaten, changeInOneStep } from './change-in-one-step.ts';
import type { Database, Query } from './database.ts';
import { noSuchConsultation } from './keep-consultations.ts';
import { type RecordRow, readRecord, readRecords } from './read-records.ts';
import { statement } from './statement.ts';

type Found = { revision: number | null; record: string | null };

const find = statement<Found>(
  'find reminders to change',
  `select reminders.revision, reminders.record::text from soundings.consultations
  left join soundings.reminders on consultation_id = consultations.id and user_id = $2
  where consultations.id = $1`,
);

const lock = statement(
  'lock reminders',
  'select from soundings.reminders where consultation_id = $1 and user_id = $2 for update',
);

const insert = statement(
  'insert reminders',
  `insert into soundings.reminders (consultation_id, user_id, record)
  values ($1, $2, $3) on conflict do nothing returning 1`,
);

const update = statement(
  'update reminders',
  `update soundings.reminders set revision = revision + 1, record = $3
  where consultation_id = $1 and user_id = $2 and revision = $4 returning 1`,
);

const list = statement<RecordRow>(
  'list reminders',
  'select record::text from soundings.reminders where consultation_id = $1 order by user_id',
);

const drop = statement(
  'drop reminders',
  `delete from soundings.reminders
  where consultation_id = $1 and ($2::text is null or user_id = $2)`,
);

type Change = (current: Reminders) => Reminders;

const tryToChange = async (query: Query, id: string, userId: string, change: Change) => {
  const [found] = await query(find, [id, userId]);
  if (!found) throw noSuchConsultation();
  const { record, revision } = found;
  const current = record === null ? neverReminded(id, userId) : readRecord(remindersSchema, { record });
  const next = changedReminders(current, change);
  if (next === current) return current;
  const written =
    revision === null
      ? await query(insert, [id, userId, JSON.stringify(next)])
      : await query(update, [id, userId, JSON.stringify(next), revision]);
  return written.length > 0 ? next : beaten;
};

type KeepReminders = Pick<Store, 'changeReminders' | 'listReminders' | 'dropReminders'>;

/** The store's part on whom the app reminded. */
export const keepReminders = (use: Use<Database>): KeepReminders => {
  const inOrder = createInOrder();
  return {
    changeReminders: (consultationId, userId, change) =>
      use((database) =>
        inOrder(`${consultationId} ${userId}`, () =>
          changeInOneStep(database, { statement: lock, values: [consultationId, userId] }, (query) =>
            tryToChange(query, consultationId, userId, change),
          ),
        ),
      ),
    listReminders: (consultationId) =>
      use(async ({ query }) => readRecords(remindersSchema, await query(list, [consultationId]))),
    dropReminders: (consultationId, userId) =>
      use(async ({ query }) => {
        await query(drop, [consultationId, userId ?? null]);
      }),
  };
};
