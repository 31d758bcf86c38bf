import { z } from 'zod';
import { fromJson, type Payload } from '../payload.ts';
import { Refusal } from '../refusal.ts';
import { faultsOf } from '../refuse-blocks.ts';
import type { Channel, World } from '../world.ts';

/** A Web API method, ready to be called: it answers, or throws a Refusal. */
export type Method = { token: 'bot' | 'app'; run: (world: World, given: Payload) => Payload };

/** Makes a method from its scope, the arguments it takes (any other is refused) and what it does. */
export const method = <Shape extends z.ZodRawShape>(spec: {
  token?: 'app';
  scope?: string;
  args: Shape;
  run: (world: World, args: z.output<z.ZodObject<Shape, z.core.$strict>>) => Payload;
}): Method => {
  const shape = z.strictObject(spec.args);
  return {
    token: spec.token ?? 'bot',
    run: (world, { token: _, team_id: __, ...given }) => {
      if (spec.scope !== undefined) needScope(world, spec.scope);
      const checked = shape.safeParse(given);
      if (!checked.success) throw new Refusal('invalid_arguments', faultsOf(checked.error, ''));
      return spec.run(world, checked.data);
    },
  };
};

const needScope = ({ identity }: World, scope: string): void => {
  if (!identity.scopes.has(scope)) throw new Refusal('missing_scope', [`needed: ${scope}`]);
};

const prefixes = { public: 'channels', private: 'groups', im: 'im' } as const;
/** channels:history, groups:read and so on: which one depends on the conversation. */
export const needConversationScope = (world: World, { kind }: Channel, what: 'read' | 'history'): void =>
  needScope(world, `${prefixes[kind]}:${what}`);

const truths: Record<string, boolean> = { true: true, '1': true, false: false, '0': false };

/** Arguments arrive as forms, so that all but plain text has to be read out of a string. */
export const argument = {
  text: z.string().min(1),
  words: z.string(),
  flag: z.preprocess((given) => truths[String(given)] ?? given, z.boolean()),
  count: z.preprocess((given) => (/^\d+$/.test(String(given)) ? Number(given) : given), z.number().int()),
  list: z.preprocess(unpacked, z.array(z.unknown())),
  object: z.preprocess(unpacked, z.record(z.string(), z.unknown())),
};

function unpacked(given: unknown): unknown {
  return typeof given === 'string' ? fromJson(given) : given;
}
