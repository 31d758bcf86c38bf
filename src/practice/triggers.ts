import { Refusal } from './refusal.ts';
import type { Trigger, World } from './world.ts';

const lifeMs = 3_000;

/** A new trigger id for what a person just did in a channel (or nowhere in particular). */
export const newTrigger = (world: World, userId: string, channelId: string | undefined): string => {
  const id = world.nextId('trigger.');
  const trigger = { userId, channelId, madeAt: world.now().getTime(), at: performance.now(), used: false };
  world.triggers.set(id, trigger);
  return id;
};

/** Uses a trigger up: it works once, within three seconds by the workspace's clock and the wall's. */
export const useTrigger = (world: World, id: string): Trigger => {
  const trigger = world.triggers.get(id);
  if (trigger === undefined) throw new Refusal('invalid_trigger_id');
  if (trigger.used) throw new Refusal('exchanged_trigger_id');
  const age = Math.max(world.now().getTime() - trigger.madeAt, performance.now() - trigger.at);
  if (age > lifeMs) throw new Refusal('expired_trigger_id');
  trigger.used = true;
  return trigger;
};
