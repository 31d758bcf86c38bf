import { type Contribution, type ContributionKey, contributionSchema } from '../../domain/contribution.ts';
import { isSameMessage } from '../contribution-list.ts';
import { createInOrder } from '../in-order.ts';
import { seal } from '../seal.ts';
import type { Store } from '../store.ts';
import { beaten, changeInOneStep } from './change-in-one-step.ts';
import type { Query } from './database.ts';
import { noSuchConsultation } from './keep-consultations.ts';
import { type RecordRow, readOne, readRecord, readRecords } from './read-records.ts';
import { statement } from './statement.ts';
import type { Use } from './use-database.ts';

const find = statement<RecordRow>(
  'find contribution',
  `select record::text from soundings.contributions
  where team_id = $1 and channel_id = $2 and message_ts = $3`,
);

const list = statement<RecordRow>(
  'list contributions',
  `select record::text from soundings.contributions where consultation_id = $1
  order by message_ts::numeric, channel_id, team_id`,
);

type Found = { isThere: boolean; consultationId: string; revision: number; record: string | null };

const findToChange = statement<Found>(
  'find contribution to change',
  `select exists (select from soundings.consultations where id = $4) as "isThere",
    consultation_id as "consultationId", revision, record::text
  from (select) as nothing left join soundings.contributions
    on team_id = $1 and channel_id = $2 and message_ts = $3`,
);

const lock = statement(
  'lock contribution',
  `select from soundings.contributions
  where team_id = $1 and channel_id = $2 and message_ts = $3 for no key update`,
);

const insert = statement(
  'insert contribution',
  `insert into soundings.contributions (team_id, channel_id, message_ts, consultation_id, record)
  values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
);

const update = statement(
  'update contribution',
  `update soundings.contributions set revision = revision + 1, record = $4
  where team_id = $1 and channel_id = $2 and message_ts = $3 and revision = $5 returning 1`,
);

type Change = (current: Contribution | null) => Contribution | null;

const sealAs = (consultationId: string, key: ContributionKey, changed: Contribution): Contribution => {
  if (changed.consultationId !== consultationId || !isSameMessage(key)(changed)) {
    throw new Error('A contribution keeps its consultation, team, channel and message time stamp.');
  }
  return seal(contributionSchema, changed);
};

const valuesOf = ({ teamId, channelId, messageTs }: ContributionKey) => [teamId, channelId, messageTs];

const readToChange = async (query: Query, consultationId: string, key: ContributionKey) => {
  const [found] = await query(findToChange, [...valuesOf(key), consultationId]);
  if (!found?.isThere) throw noSuchConsultation();
  const { record, revision } = found;
  if (record === null) return { current: null, revision };
  if (found.consultationId !== consultationId)
    throw new Error('This message belongs to another consultation.');
  return { current: readRecord(contributionSchema, { record }), revision };
};

const tryToChange = async (query: Query, consultationId: string, key: ContributionKey, change: Change) => {
  const { current, revision } = await readToChange(query, consultationId, key);
  const changed = change(current);
  if (changed === current) return current;
  if (changed === null) throw new Error('A contribution is never taken away, only marked as removed.');
  const next = sealAs(consultationId, key, changed);
  const record = JSON.stringify(next);
  const written =
    current === null
      ? await query(insert, [...valuesOf(key), consultationId, record])
      : await query(update, [...valuesOf(key), record, revision]);
  return written.length > 0 ? next : beaten;
};

type Contributions = Pick<Store, 'changeContribution' | 'findContribution' | 'listContributions'>;

/** The store's part on contributions. */
export const keepContributions = (use: Use): Contributions => {
  const inOrder = createInOrder();
  return {
    changeContribution: (consultationId, key, change) =>
      use((database) =>
        inOrder(valuesOf(key).join(' '), () =>
          changeInOneStep(database, { statement: lock, values: valuesOf(key) }, (query) =>
            tryToChange(query, consultationId, key, change),
          ),
        ),
      ),
    findContribution: (key) =>
      use(async ({ query }) => readOne(contributionSchema, await query(find, valuesOf(key)))),
    listContributions: (consultationId) =>
      use(async ({ query }) => readRecords(contributionSchema, await query(list, [consultationId]))),
  };
};
