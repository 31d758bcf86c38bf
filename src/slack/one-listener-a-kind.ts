import type { App } from '@slack/bolt';

/** What routes are told to. */
export type Ear = Pick<App, 'command' | 'view' | 'shortcut' | 'action' | 'event'>;

type Wanted = string | RegExp | { callback_id: string };
type Listener = (args: object) => Promise<unknown>;

const ANY = /^/;

const isFor = (wanted: Wanted, id: string): boolean => {
  if (typeof wanted === 'string') return wanted === id;
  return wanted instanceof RegExp ? wanted.test(id) : wanted.callback_id === id;
};

const createRoutes = () => {
  const routes: { wanted: Wanted; listener: Listener }[] = [];
  return {
    add: (wanted: Wanted, listener: Listener) => void routes.push({ wanted, listener }),
    run: async (id: string, args: object) => {
      await routes.find(({ wanted }) => isFor(wanted, id))?.listener(args);
    },
  };
};

/**
 * Bolt asks the filters of every listener about every request, and two dozen of them take a third of its time. Here it
 * has one listener a kind, which gives a request to the first route that wants it; of which kind a request is, and
 * whether a form was sent or only closed, stays Bolt's to say.
 */
export function oneListenerAKind(app: App): Ear {
  const [commands, views, shortcuts] = [createRoutes(), createRoutes(), createRoutes()];
  const [actions, events] = [createRoutes(), createRoutes()];
  app.command(ANY, (args) => commands.run(args.command.command, args));
  app.view(ANY, (args) => views.run(args.view.callback_id, args));
  app.shortcut({ type: 'message_action', callback_id: ANY }, (args) =>
    shortcuts.run(args.shortcut.callback_id, args),
  );
  app.action(ANY, (args) => actions.run('action_id' in args.action ? args.action.action_id : '', args));
  app.event(ANY, (args) => events.run(args.event.type, args));
  const ear = {
    command: commands.add,
    view: views.add,
    shortcut: shortcuts.add,
    action: actions.add,
    event: events.add,
  };
  return ear as Ear;
}
