import { type LoggedAction, loggedActionSchema } from '../../domain/action-log.ts';
import { seal } from '../seal.ts';
import type { Store } from '../store.ts';
import type { Use } from '../use-until-closed.ts';
import type { Database, Query } from './database.ts';
import { inBatches } from './in-batches.ts';
import { noSuchConsultation } from './keep-consultations.ts';
import { type RecordRow, readRecords } from './read-records.ts';
import { statement } from './statement.ts';

const append = statement(
  'append actions',
  `insert into soundings.actions (consultation_id, record)
  select consultations.id, line.record::json
  from soundings.consultations, unnest($2::text[]) with ordinality as line (record, place)
  where consultations.id = $1 order by place returning 1`,
);

const list = statement<RecordRow>(
  'list actions',
  'select record::text from soundings.actions where consultation_id = $1 order by id',
);

const appendAll = async (query: Query, id: string, lines: readonly LoggedAction[]): Promise<void> => {
  const appended = await query(append, [id, lines.map((line) => JSON.stringify(line))]);
  if (appended.length === 0) throw noSuchConsultation();
};

/** The store's part on what was done in each consultation. */
export const keepActions = (use: Use<Database>): Pick<Store, 'appendAction' | 'listActions'> => {
  // Statements that run at once would be committed in any order.
  const logs = new Map<string, (line: LoggedAction) => Promise<void>>();
  return {
    appendAction: (action) =>
      use(({ query }) => {
        const line = seal(loggedActionSchema, action);
        const id = line.consultationId;
        const log = logs.get(id) ?? inBatches<LoggedAction>((lines) => appendAll(query, id, lines));
        logs.set(id, log);
        return log(line);
      }),
    listActions: (consultationId) =>
      use(async ({ query }) => readRecords(loggedActionSchema, await query(list, [consultationId]))),
  };
};
