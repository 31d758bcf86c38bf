import type { Team } from '../team.ts';
import type { Workspace } from '../workspace.ts';
import type { Clock } from './clock.ts';

/** Where the demo plays: the workspace, its people and the channels in which they talk. */
export type Stage = {
  workspace: Workspace;
  team: Team;
  clock: Clock;
  channel: { id: string };
  /** Another channel, in which one thing worth keeping is said. */
  elsewhere: { id: string };
  /** Says one line of progress. */
  tell: (line: string) => void;
};
