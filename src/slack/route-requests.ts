import type { AllMiddlewareArgs, AnyMiddlewareArgs, App } from '@slack/bolt';

/** What routes are told to. */
export type Ear = Pick<App, 'command' | 'view' | 'shortcut' | 'action' | 'event'>;
type Kind = keyof Ear;

type Wanted = string | RegExp | { callback_id: string };
type Args = AllMiddlewareArgs & AnyMiddlewareArgs;
export type Listener = (args: Args) => Promise<unknown>;

const isFor = (wanted: Wanted, id: string): boolean => {
  if (typeof wanted === 'string') return wanted === id;
  return wanted instanceof RegExp ? wanted.test(id) : wanted.callback_id === id;
};

/**
 * Gives each request to the first route that wants it, with `around` about it. Bolt would ask the filters of every listener about
 * every request, and copy what they share at each: with two dozen of them that is half of its time. Of which kind a request
 * is stays Bolt's to say.
 */
export function routeRequests(app: App, around: (listener: Listener) => Listener): Ear {
  const routes: { kind: Kind; wanted: Wanted; listener: Listener }[] = [];
  const adding = (kind: Kind) => (wanted: Wanted, listener: Listener) =>
    void routes.push({ kind, wanted, listener: around(listener) });
  app.use(async (args) => {
    const { kind, id } = askedOf(args);
    const route = routes.find((one) => one.kind === kind && isFor(one.wanted, id));
    await route?.listener(args);
  });
  const ear = {
    command: adding('command'),
    view: adding('view'),
    shortcut: adding('shortcut'),
    action: adding('action'),
    event: adding('event'),
  };
  return ear as Ear;
}

/** A form that was only closed, and a shortcut that is on no message, are nobody's: kind null. */
function askedOf(args: Args): { kind: Kind | null; id: string } {
  if ('command' in args) return { kind: 'command', id: args.command.command };
  if ('view' in args)
    return { kind: args.body.type === 'view_submission' ? 'view' : null, id: args.view.callback_id };
  if ('shortcut' in args)
    return {
      kind: args.shortcut.type === 'message_action' ? 'shortcut' : null,
      id: args.shortcut.callback_id,
    };
  if ('action' in args)
    return { kind: 'action', id: 'action_id' in args.action ? args.action.action_id : '' };
  return { kind: 'event' in args ? 'event' : null, id: 'event' in args ? args.event.type : '' };
}
