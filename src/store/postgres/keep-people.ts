import { isDeepStrictEqual } from 'node:util';
import { type Person, personSchema, savedOver } from '../../domain/person.ts';
import { safeName } from '../safe-name.ts';
import { seal } from '../seal.ts';
import type { Store } from '../store.ts';
import type { Use } from '../use-until-closed.ts';
import { beaten, changeInOneStep } from './change-in-one-step.ts';
import type { Database, Query } from './database.ts';
import { type RecordRow, readOne, readRecord, readRecords } from './read-records.ts';
import { statement } from './statement.ts';

const find = statement<RecordRow>(
  'find person',
  'select record::text from soundings.people where team_id = $1 and user_id = $2',
);

const lock = statement(
  'lock person',
  'select from soundings.people where team_id = $1 and user_id = $2 for update',
);

const insert = statement(
  'insert person',
  `insert into soundings.people (team_id, user_id, record) values ($1, $2, $3)
  on conflict do nothing returning 1`,
);

const update = statement(
  'update person',
  `update soundings.people set record = $3
  where team_id = $1 and user_id = $2 and record::text = $4 returning 1`,
);

const list = statement<RecordRow>(
  'list people',
  'select record::text from soundings.people where team_id = $1 order by user_id',
);

const drop = statement(
  'drop person',
  'delete from soundings.people where team_id = $1 and user_id = $2 and record::text = $3 returning 1',
);

const tryToSave = async (query: Query, person: Person) => {
  const { teamId, userId } = person;
  const [found] = await query(find, [teamId, userId]);
  const known = found ? readRecord(personSchema, found) : null;
  const saved = savedOver(known, person);
  if (isDeepStrictEqual(saved, known)) return;
  const values = [teamId, userId, JSON.stringify(saved)];
  const written = found ? await query(update, [...values, found.record]) : await query(insert, values);
  return written.length > 0 ? undefined : beaten;
};

const tryToDrop = async (query: Query, teamId: string, userId: string) => {
  const [found] = await query(find, [teamId, userId]);
  if (!found || readRecord(personSchema, found).erasedAt !== null) return;
  const dropped = await query(drop, [teamId, userId, found.record]);
  return dropped.length > 0 ? undefined : beaten;
};

type People = Pick<Store, 'savePerson' | 'findPerson' | 'listPeople' | 'dropPerson'>;

/** The store's part on people. */
export const keepPeople = (use: Use<Database>): People => ({
  savePerson: (person) =>
    use(async (database) => {
      const sealed = seal(personSchema, person);
      // As for a consultation's id: the embedded store takes no other.
      const values = [safeName(sealed.teamId), sealed.userId];
      await changeInOneStep(database, { statement: lock, values }, (query) => tryToSave(query, sealed));
    }),
  findPerson: (teamId, userId) =>
    use(async ({ query }) => readOne(personSchema, await query(find, [teamId, userId]))),
  listPeople: (teamId) => use(async ({ query }) => readRecords(personSchema, await query(list, [teamId]))),
  dropPerson: (teamId, userId) =>
    use((database) =>
      changeInOneStep(database, { statement: lock, values: [teamId, userId] }, (query) =>
        tryToDrop(query, teamId, userId),
      ),
    ),
});
