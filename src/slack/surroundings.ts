import type { About, Log } from '../log.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
import { inBackground } from './in-background.ts';
import type { Installation } from './installation.ts';
import type { Members } from './members.ts';
import type { Reconciling } from './reconciling.ts';

/** What listeners have at hand. */
export type Surroundings = {
  deps: Deps;
  installation: Installation;
  clients: Clients;
  members: Members;
  background: Background;
  reconciling: Reconciling;
  log: Log;
  /** What a line of the log tells of the request; nothing where there is none. */
  ids: About;
};

/** The same for one request: what goes wrong on its behalf, at once or later, is logged under its id. */
export function forRequest(slack: Surroundings, request: string): Surroundings {
  const ids = { request };
  const background = slack.background.about(ids);
  const workspace = { ...slack.deps.workspace, ...inBackground(slack.clients, background) };
  return { ...slack, ids, background, deps: { ...slack.deps, workspace } };
}
