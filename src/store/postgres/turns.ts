/** Does work once it has its turn. */
type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Lets so many work at once; the others wait, in the order in which they came. */
export const createTurns = (most: number): Turns => {
  let free = most;
  const waiting: (() => void)[] = [];
  const turn = async (): Promise<void> => {
    if (free === 0) return new Promise((resolve) => waiting.push(resolve));
    free -= 1;
  };
  return async (work) => {
    await turn();
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
};
