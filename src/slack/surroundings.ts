import type { About, Log } from '../log.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
import { inBackground } from './in-background.ts';
import type { Installation } from './installation.ts';
import type { Marking } from './marking.ts';
import type { Members } from './members.ts';
import type { Reconciling } from './reconciling.ts';

/** What listeners have at hand. */
export type Surroundings = {
  deps: Deps;
  installation: Installation;
  clients: Clients;
  marking: Marking;
  members: Members;
  background: Background;
  reconciling: Reconciling;
  log: Log;
  /** What a line of the log tells of the request; nothing where there is none. */
  about: About;
};

/** The same for one request: what goes wrong on its behalf, at once or later, is logged under its id. */
export function forRequest(slack: Surroundings, request: string): Surroundings {
  const about = { request };
  const background = slack.background.about(about);
  const workspace = { ...slack.deps.workspace, ...inBackground(slack, background) };
  return { ...slack, about, background, deps: { ...slack.deps, workspace } };
}
