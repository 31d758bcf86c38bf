const ROUNDS = 5;

/**
 * Runs each of them in turn, five times round, so that whatever else the machine does falls on all of them alike.
 * Gives the results by name, in order.
 */
export const alternate = async <Name extends string, Result>(
  tries: Record<Name, (round: number) => Promise<Result>>,
  rounds = ROUNDS,
): Promise<Record<Name, Result[]>> => {
  const names = Object.keys(tries) as Name[];
  const results = Object.fromEntries(names.map((name) => [name, [] as Result[]])) as Record<Name, Result[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) results[name].push(await tries[name](round));
  }
  return results;
};
