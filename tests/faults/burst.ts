import type { Person } from '../../src/practice/people.ts';
import type { Workspace } from '../../src/practice/workspace.ts';
import { blockedWords } from '../slack/screening/screened.ts';

type Scene = { workspace: Workspace; channel: { id: string }; people: Person[]; threads: string[] };

const oneOf = <T>(list: readonly T[]): T => {
  const one = list[Math.floor(Math.random() * list.length)];
  if (one === undefined) throw new Error('There is nothing to choose from.');
  return one;
};

/** People say, edit, endorse and delete things all at once, `acts` times, in a different order each time. */
export function burst({ workspace, channel, people, threads }: Scene, acts: number, name: string): void {
  const standing = () => threads.flatMap((ts) => workspace.thread(channel, ts).slice(-20));
  const someWords = (n: number) => (Math.random() < 0.1 ? blockedWords : `Point ${n} of ${name}`);
  for (let n = 0; n < acts; n += 1) {
    const dice = Math.random();
    const said = standing();
    if (said.length === 0 || dice < 0.6) {
      oneOf(people).replies(channel, oneOf(threads), someWords(n));
      continue;
    }
    const { ts, user } = oneOf(said);
    const author = people.find(({ id }) => id === user);
    const other = oneOf(people.filter(({ id }) => id !== user));
    if (dice < 0.8) author?.edits(channel, ts, `${someWords(n)}, mended`);
    else if (dice < 0.9) author?.deletes(channel, ts);
    else if (workspace.reactionsOn(channel, ts).every(({ users }) => !users.includes(other.id)))
      other.reacts(channel, ts, '+1');
  }
}
