import type { LoggedAction } from '../../domain/action-log.ts';
import { type Consultation, consultationSchema } from '../../domain/consultation.ts';
import { createInOrder } from '../in-order.ts';
import { safeName } from '../safe-name.ts';
import { seal } from '../seal.ts';
import type { Store, Telling } from '../store.ts';
import { toldLines } from '../told-lines.ts';
import type { Use } from '../use-until-closed.ts';
import { addLines, asText } from './add-lines.ts';
import { beaten, changeInOneStep } from './change-in-one-step.ts';
import type { Database, Query } from './database.ts';
import { type RecordRow, readOne, readRecord, readRecords } from './read-records.ts';
import { statement } from './statement.ts';

const find = statement<RecordRow & { revision: number }>(
  'find consultation',
  'select record::text, revision from soundings.consultations where id = $1',
);

const list = statement<RecordRow>(
  'list consultations',
  `select record::text from soundings.consultations
  where team_id = $1 and ($2::text is null or channel_id = $2) order by opened_at, id`,
);

const findByThread = statement<RecordRow>(
  'find consultation by thread',
  `select record::text from soundings.consultations
  where team_id = $1 and channel_id = $2 and $3 = any(thread_ts) order by opened_at, id limit 1`,
);

const insert = statement(
  'insert consultation',
  `with written as (
    insert into soundings.consultations (id, team_id, channel_id, thread_ts, opened_at, record)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id as consultation_id
  ) ${addLines('$7')}`,
);

const lock = statement(
  'lock consultation',
  'select from soundings.consultations where id = $1 for no key update',
);

const update = statement(
  'update consultation',
  `with written as (
    update soundings.consultations
    set team_id = $2, channel_id = $3, thread_ts = $4, opened_at = $5, record = $6, revision = revision + 1
    where id = $1 and revision = $8 returning id as consultation_id
  ), told as (${addLines('$7')})
  select from written`,
);

/** Nobody can be told by it: whoever asks has named a consultation that was never there. */
export const noSuchConsultation = () => new Error('There is no such consultation.');

const valuesOf = (consultation: Consultation) => {
  const { id, teamId, channelId, themes, openedAt } = consultation;
  const threads = themes.flatMap(({ threadTs }) => threadTs ?? []);
  return [id, teamId, channelId, threads, openedAt, JSON.stringify(consultation)];
};

const findConsultation = async (query: Query, id: string) =>
  readOne(consultationSchema, await query(find, [id]));

const addConsultation = async (
  query: Query,
  consultation: Consultation,
  lines: readonly LoggedAction[],
): Promise<Consultation> => {
  const sealed = seal(consultationSchema, consultation);
  // The embedded store takes no other ids, and what one store holds must fit into the other.
  safeName(sealed.id);
  await query(insert, [...valuesOf(sealed), asText(toldLines(sealed.id, lines))]);
  return (await findConsultation(query, sealed.id)) ?? sealed;
};

const tryToChange = async (
  query: Query,
  id: string,
  change: (current: Consultation) => Consultation,
  tell: Telling<Consultation, Consultation>,
) => {
  const [found] = await query(find, [id]);
  if (!found) throw noSuchConsultation();
  const current = readRecord(consultationSchema, found);
  const changed = change(current);
  if (changed.id !== id) throw new Error('A consultation keeps its id.');
  if (changed === current) return current;
  const next = seal(consultationSchema, changed);
  const lines = toldLines(id, tell(current, next));
  const written = await query(update, [...valuesOf(next), asText(lines), found.revision]);
  return written.length > 0 ? next : beaten;
};

type Consultations = Pick<
  Store,
  | 'addConsultation'
  | 'changeConsultation'
  | 'findConsultation'
  | 'listConsultations'
  | 'findConsultationByThread'
>;

/** The store's part on consultations. */
export const keepConsultations = (use: Use<Database>): Consultations => {
  const inOrder = createInOrder();
  return {
    addConsultation: (consultation, lines = []) =>
      use(({ query }) => addConsultation(query, consultation, lines)),
    changeConsultation: (id, change, tell = () => []) =>
      use((database) =>
        inOrder(id, () =>
          changeInOneStep(database, { statement: lock, values: [id] }, (query) =>
            tryToChange(query, id, change, tell),
          ),
        ),
      ),
    findConsultation: (id) => use(({ query }) => findConsultation(query, id)),
    listConsultations: (teamId, channelId) =>
      use(async ({ query }) =>
        readRecords(consultationSchema, await query(list, [teamId, channelId ?? null])),
      ),
    findConsultationByThread: (teamId, channelId, threadTs) =>
      use(async ({ query }) =>
        readOne(consultationSchema, await query(findByThread, [teamId, channelId, threadTs])),
      ),
  };
};
