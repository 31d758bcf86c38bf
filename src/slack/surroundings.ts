import { type Log, logAbout } from '../log.ts';
import type { Deps } from '../usecases/deps.ts';
import type { Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
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
  /** Slack as the use cases see it, with what they leave to the background done there. */
  workspaceBy(background: Background): Workspace;
};

/** The same for one request: what goes wrong on its behalf, at once or later, is logged under its id. */
export function forRequest(slack: Surroundings, request: string): Surroundings {
  const background = slack.background.about({ request });
  const deps = { ...slack.deps, workspace: slack.workspaceBy(background) };
  return { ...slack, deps, background, log: logAbout(slack.log, { request }) };
}
