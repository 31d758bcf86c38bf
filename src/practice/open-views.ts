import { withIds } from './block-elements.ts';
import { blocksIn, type Payload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { refuseView } from './refuse-blocks.ts';
import { useTrigger } from './triggers.ts';
import type { OpenView, World } from './world.ts';

const deepestStack = 3;

/** Opens a modal in place of whatever the person had open. */
export const openView = (world: World, triggerId: string, view: Payload): OpenView => {
  refuseView(view);
  const { userId, channelId } = useTrigger(world, triggerId);
  const opened = newView(world, userId, channelId, view);
  world.views.set(userId, [opened]);
  return opened;
};

/** Opens a modal on top of the one in front. */
export const pushView = (world: World, triggerId: string, view: Payload): OpenView => {
  refuseView(view);
  const { userId, channelId } = useTrigger(world, triggerId);
  return stack(world, userId, channelId, view);
};

/** The same without a trigger, as the answer to a form. */
export const stack = (world: World, userId: string, channelId: string | undefined, view: Payload) => {
  const below = world.views.get(userId) ?? [];
  if (below.length >= deepestStack) throw new Refusal('push_limit_reached');
  const opened = newView(world, userId, channelId, view, below.at(-1));
  world.views.set(userId, [...below, opened]);
  return opened;
};

/** Replaces what a modal shows; what was entered stays where block and action keep their ids. */
export const replaceView = (world: World, open: OpenView, view: Payload): void => {
  refuseView(view);
  open.view = { ...view, blocks: withIds(blocksIn(view.blocks), world.nextId) };
  open.hash = world.nextId('hash-');
};

/** The open modal with this id, or external id, whoever's it is. */
export const findView = (world: World, id: string | undefined, externalId: string | undefined): OpenView => {
  const all = [...world.views.values()].flat();
  const found = all.find((one) => one.id === id || (externalId && one.view.external_id === externalId));
  if (found === undefined) throw new Refusal('not_found');
  return found;
};

const newView = (
  world: World,
  userId: string,
  channelId: string | undefined,
  view: Payload,
  below?: OpenView,
): OpenView => {
  const id = world.nextId('V');
  return {
    id,
    hash: world.nextId('hash-'),
    userId,
    channelId,
    rootId: below?.rootId ?? id,
    previousId: below?.id ?? null,
    view: { ...view, blocks: withIds(blocksIn(view.blocks), world.nextId) },
    entered: {},
  };
};

/** A modal as payloads carry it, with the state of its inputs. */
export const presentView = (world: World, open: OpenView, values: Payload = {}): Payload => ({
  private_metadata: '',
  callback_id: '',
  external_id: '',
  close: null,
  submit: null,
  clear_on_close: false,
  notify_on_close: false,
  ...open.view,
  id: open.id,
  hash: open.hash,
  team_id: world.identity.teamId,
  state: { values },
  root_view_id: open.rootId,
  previous_view_id: open.previousId,
  app_id: world.identity.appId,
  app_installed_team_id: world.identity.teamId,
  bot_id: world.identity.botId,
});
