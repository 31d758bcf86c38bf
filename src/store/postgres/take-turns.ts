import { setImmediate as turn } from 'node:timers/promises';

/** Read, checked and frozen in some milliseconds. */
const charactersATurn = 200_000;

/** For work on a long list: told the size of each piece before it is worked on, it lets others have their turn in time. */
export const takeTurns = (): ((characters: number) => Promise<void>) => {
  let sinceTurn = 0;
  return async (characters) => {
    sinceTurn += characters;
    if (sinceTurn < charactersATurn) return;
    sinceTurn = characters;
    await turn();
  };
};
