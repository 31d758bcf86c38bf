import type { LoggedAction } from '../domain/action-log.ts';
import { type Contribution, contributionRef } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';

type Note = Pick<LoggedAction, 'consultationId' | 'by' | 'what'> &
  Partial<Pick<LoggedAction, 'on' | 'sha256'>>;

/** Adds a line to a consultation's log, once what it tells of is durable. Never anyone's words. */
export const noteAction = ({ store, now }: Pick<Deps, 'store' | 'now'>, note: Note): Promise<void> =>
  store.appendAction({ at: now().toISOString(), on: null, sha256: null, ...note });

/** The same on one contribution. */
export const noteOn = (
  deps: Pick<Deps, 'store' | 'now'>,
  contribution: Pick<Contribution, 'consultationId' | 'channelId' | 'messageTs'>,
  what: LoggedAction['what'],
  by: string | null,
): Promise<void> =>
  noteAction(deps, {
    consultationId: contribution.consultationId,
    what,
    by: by || null,
    on: contributionRef(contribution),
  });
