import { loggedActionSchema } from '../domain/action-log.ts';
import { settledLines } from './consultation-folder.ts';
import { folderOf } from './keep-consultations.ts';
import type { StoredData } from './load-data.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';
import type { Use } from './use-until-closed.ts';
import { withoutPlace } from './with-log.ts';

/** The store's part on what was done in each consultation. */
export const keepActions = (use: Use<StoredData>): Pick<Store, 'appendAction' | 'listActions'> => ({
  appendAction: (action) =>
    use(async (data) => {
      const sealed = seal(loggedActionSchema, action);
      const { actions, nextPlace } = await folderOf(data, sealed.consultationId);
      const file = actions.forNew();
      await file.save([...file.current(), { ...sealed, place: nextPlace() }]);
    }),
  listActions: (consultationId) =>
    use(async ({ consultations }) => {
      const folder = consultations.get(consultationId);
      return folder === undefined ? [] : (await settledLines(folder)).map(withoutPlace);
    }),
});
