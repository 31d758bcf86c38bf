import type { App } from '@slack/bolt';
import { addRoutes } from '../../../src/slack/routes.ts';
import type { Surroundings } from '../../../src/slack/surroundings.ts';

/** Every route that the app listens on, as "kind constraint". */
export function routesOf(): string[] {
  const routes: string[] = [];
  const note = (kind: string) => (constraint: unknown) => {
    const { callback_id = constraint } = constraint as { callback_id?: unknown };
    routes.push(`${kind} ${callback_id}`);
  };
  const ear = {
    command: note('command'),
    view: note('view'),
    shortcut: note('shortcut'),
    action: note('action'),
    event: note('event'),
  };
  addRoutes(ear as unknown as App, {} as Surroundings);
  return routes;
}
