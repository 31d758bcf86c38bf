import { loggedActionSchema } from '../domain/action-log.ts';
import { folderOf } from './keep-consultations.ts';
import { seal } from './seal.ts';
import type { Store } from './store.ts';
import type { Use } from './use-data.ts';

/** The store's part on what was done in each consultation. */
export const keepActions = (use: Use): Pick<Store, 'appendAction' | 'listActions'> => ({
  appendAction: (action) =>
    use(async (data) => {
      const sealed = seal(loggedActionSchema, action);
      const { actions } = await folderOf(data, sealed.consultationId);
      const file = actions.forNew();
      await file.save([...file.current(), sealed]);
    }),
  listActions: (consultationId) =>
    use(async ({ consultations }) => {
      const files = consultations.get(consultationId)?.actions.all() ?? [];
      return (await Promise.all(files.map((file) => file.settled()))).flat();
    }),
});
