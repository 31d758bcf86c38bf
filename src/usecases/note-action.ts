import type { LoggedAction } from '../domain/action-log.ts';
import { type Contribution, contributionRef } from '../domain/contribution.ts';
import type { Deps } from './deps.ts';

type Note = Pick<LoggedAction, 'consultationId' | 'by' | 'what'> &
  Partial<Pick<LoggedAction, 'on' | 'sha256'>>;

/** A line of a consultation's log, as it happens now. Never anyone's words. */
export const lineOf = ({ now }: Pick<Deps, 'now'>, note: Note): LoggedAction => ({
  at: now().toISOString(),
  on: null,
  sha256: null,
  ...note,
});

/** The same on one contribution. */
export const lineOn = (
  deps: Pick<Deps, 'now'>,
  contribution: Pick<Contribution, 'consultationId' | 'channelId' | 'messageTs'>,
  what: LoggedAction['what'],
  by: string | null,
): LoggedAction =>
  lineOf(deps, {
    consultationId: contribution.consultationId,
    what,
    by: by || null,
    on: contributionRef(contribution),
  });

/** Adds a line on what changes no record; what does is logged by the store, with the change. */
export const noteAction = (deps: Pick<Deps, 'store' | 'now'>, note: Note): Promise<void> =>
  deps.store.appendAction(lineOf(deps, note));
