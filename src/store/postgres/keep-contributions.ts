import { type Contribution, type ContributionKey, contributionSchema } from '../../domain/contribution.ts';
import { createInOrder } from '../in-order.ts';
import { sealContribution } from '../seal-contribution.ts';
import type { Store, Telling } from '../store.ts';
import { toldLines } from '../told-lines.ts';
import type { Use } from '../use-until-closed.ts';
import { addLines, asText } from './add-lines.ts';
import { beaten, changeInOneStep } from './change-in-one-step.ts';
import type { Database, Query } from './database.ts';
import { noSuchConsultation } from './keep-consultations.ts';
import { type RecordRow, readOne, readRecord, readRecords } from './read-records.ts';
import { statement } from './statement.ts';

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
  `with written as (
    insert into soundings.contributions (team_id, channel_id, message_ts, consultation_id, record)
    values ($1, $2, $3, $4, $5) on conflict do nothing returning consultation_id
  ), told as (${addLines('$6')})
  select from written`,
);

const update = statement(
  'update contribution',
  `with written as (
    update soundings.contributions set revision = revision + 1, record = $4
    where team_id = $1 and channel_id = $2 and message_ts = $3 and revision = $5 returning consultation_id
  ), told as (${addLines('$6')})
  select from written`,
);

type Change = {
  change: (current: Contribution | null) => Contribution | null;
  tell: Telling<Contribution | null, Contribution>;
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

const tryToChange = async (
  query: Query,
  consultationId: string,
  key: ContributionKey,
  { change, tell }: Change,
) => {
  const { current, revision } = await readToChange(query, consultationId, key);
  const changed = change(current);
  if (changed === current) return current;
  if (changed === null) throw new Error('A contribution is never taken away, only marked as removed.');
  const next = sealContribution(consultationId, key, changed);
  const record = JSON.stringify(next);
  const lines = asText(toldLines(consultationId, tell(current, next)));
  const written =
    current === null
      ? await query(insert, [...valuesOf(key), consultationId, record, lines])
      : await query(update, [...valuesOf(key), record, revision, lines]);
  return written.length > 0 ? next : beaten;
};

type Contributions = Pick<Store, 'changeContribution' | 'findContribution' | 'listContributions'>;

/** The store's part on contributions. */
export const keepContributions = (use: Use<Database>): Contributions => {
  const inOrder = createInOrder();
  return {
    changeContribution: (consultationId, key, change, tell = () => []) =>
      use((database) =>
        inOrder(valuesOf(key).join(' '), () =>
          changeInOneStep(database, { statement: lock, values: valuesOf(key) }, (query) =>
            tryToChange(query, consultationId, key, { change, tell }),
          ),
        ),
      ),
    findContribution: (key) =>
      use(async ({ query }) => readOne(contributionSchema, await query(find, valuesOf(key)))),
    listContributions: (consultationId) =>
      use(async ({ query }) => readRecords(contributionSchema, await query(list, [consultationId]))),
  };
};
