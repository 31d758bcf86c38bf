import { describe, expect, it } from 'vitest';
import { buttons, commands, forms, shortcuts } from './acts.ts';
import { routesOf } from './routes.ts';
import { withstands } from './withstands.ts';

describe('a click, shortcut or command that was tampered with and signed changes nothing and shows nothing', () => {
  it.each([...buttons, ...shortcuts, ...commands])('$route', (act) => withstands(act));

  it('is tried on every route there is; forms and events have their own files', () => {
    const acts = [...forms, ...buttons, ...shortcuts, ...commands].map(({ route }) => route);
    const routes = routesOf().filter((route) => !route.startsWith('event '));
    expect(routes.length).toBeGreaterThan(10);
    expect(new Set(acts)).toEqual(new Set(routes));
  });
});
