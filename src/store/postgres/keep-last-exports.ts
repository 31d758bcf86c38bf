import { exportRecordSchema } from '../../domain/consultation.ts';
import { seal } from '../seal.ts';
import type { Store } from '../store.ts';
import type { Use } from '../use-until-closed.ts';
import type { Database } from './database.ts';
import { noSuchConsultation } from './keep-consultations.ts';
import { type RecordRow, readOne } from './read-records.ts';
import { statement } from './statement.ts';

const save = statement(
  'save last export',
  `insert into soundings.last_exports (consultation_id, record)
  select id, $2::json from soundings.consultations where id = $1
  on conflict (consultation_id) do update set record = excluded.record returning 1`,
);

const find = statement<RecordRow>(
  'find last export',
  'select record::text from soundings.last_exports where consultation_id = $1',
);

/** The store's part on the last export of each consultation. */
export const keepLastExports = (use: Use<Database>): Pick<Store, 'saveLastExport' | 'findLastExport'> => ({
  saveLastExport: (record) =>
    use(async ({ query }) => {
      const sealed = seal(exportRecordSchema, record);
      const saved = await query(save, [sealed.consultationId, JSON.stringify(sealed)]);
      if (saved.length === 0) throw noSuchConsultation();
    }),
  findLastExport: (consultationId) =>
    use(async ({ query }) => readOne(exportRecordSchema, await query(find, [consultationId]))),
});
