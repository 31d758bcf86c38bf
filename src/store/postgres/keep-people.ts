import { personSchema } from '../../domain/person.ts';
import { safeName } from '../safe-name.ts';
import { seal } from '../seal.ts';
import type { Store } from '../store.ts';
import { type RecordRow, readOne, readRecords } from './read-records.ts';
import { statement } from './statement.ts';
import type { Use } from './use-database.ts';

const save = statement(
  'save person',
  `insert into soundings.people as stored (team_id, user_id, record) values ($1, $2, $3)
  on conflict (team_id, user_id) do update set record = excluded.record
  where stored.record::text <> excluded.record::text`,
);

const find = statement<RecordRow>(
  'find person',
  'select record::text from soundings.people where team_id = $1 and user_id = $2',
);

const list = statement<RecordRow>(
  'list people',
  'select record::text from soundings.people where team_id = $1 order by user_id',
);

const drop = statement('drop person', 'delete from soundings.people where team_id = $1 and user_id = $2');

type People = Pick<Store, 'savePerson' | 'findPerson' | 'listPeople' | 'dropPerson'>;

/** The store's part on people. */
export const keepPeople = (use: Use): People => ({
  savePerson: (person) =>
    use(async ({ query }) => {
      const sealed = seal(personSchema, person);
      // As for a consultation's id: the embedded store takes no other.
      await query(save, [safeName(sealed.teamId), sealed.userId, JSON.stringify(sealed)]);
    }),
  findPerson: (teamId, userId) =>
    use(async ({ query }) => readOne(personSchema, await query(find, [teamId, userId]))),
  listPeople: (teamId) => use(async ({ query }) => readRecords(personSchema, await query(list, [teamId]))),
  dropPerson: (teamId, userId) =>
    use(async ({ query }) => {
      await query(drop, [teamId, userId]);
    }),
});
