import { type Contribution, hasWords } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import type { Telling } from '../store/store.ts';
import type { Deps } from './deps.ts';

const GONE = 'This reply was withdrawn, deleted or held meanwhile, so nothing was changed.';
const CHANGED =
  'Somebody changed this contribution since you opened the form. Nothing was saved: open it again to see it.';
const REWRITTEN =
  'The author changed this reply since you opened the form. Nothing was saved: open it again to see its words.';

/** What a form was opened with; `hash` of the words that it showed, null where they make no difference. */
type Opened = { version: number; hash: string | null };

/** Changes a contribution that still has its words. Throws a UserError when they went meanwhile or are others, or when another form was saved first. */
export const changeStanding = (
  { store }: Pick<Deps, 'store'>,
  contribution: Contribution,
  opened: Opened,
  change: (current: Contribution) => Contribution,
  tell: Telling<Contribution | null, Contribution>,
): Promise<Contribution | null> =>
  store.changeContribution(
    contribution.consultationId,
    contribution,
    (current) => {
      if (current === null || !hasWords(current)) throw new UserError(GONE);
      if (current.version !== opened.version) throw new UserError(CHANGED);
      if (opened.hash !== null && current.hash !== opened.hash) throw new UserError(REWRITTEN);
      return { ...change(current), version: opened.version + 1 };
    },
    tell,
  );
