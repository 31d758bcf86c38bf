import { findView, openView, presentView, pushView, replaceView } from '../open-views.ts';
import { Refusal } from '../refusal.ts';
import { argument, method } from './method.ts';

const { text, object } = argument;

/** views.*: opening, stacking and changing modals. */
export const viewMethods = {
  'views.open': method({
    args: { trigger_id: text, view: object },
    run: (world, { trigger_id, view }) => ({ view: presentView(world, openView(world, trigger_id, view)) }),
  }),
  'views.push': method({
    args: { trigger_id: text, view: object },
    run: (world, { trigger_id, view }) => ({ view: presentView(world, pushView(world, trigger_id, view)) }),
  }),
  'views.update': method({
    args: { view_id: text.optional(), external_id: text.optional(), hash: text.optional(), view: object },
    run: (world, { view_id, external_id, hash, view }) => {
      const open = findView(world, view_id, external_id);
      if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict');
      replaceView(world, open, view);
      return { view: presentView(world, open) };
    },
  }),
};
