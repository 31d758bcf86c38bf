import type { Log } from '../log.ts';
import type { Deps } from '../usecases/deps.ts';
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
};
