import type { Contribution } from '../../src/domain/contribution.ts';
import { aContribution } from '../../tests/store/records.ts';
import { answerParent } from './answer-parent.ts';
import { kinds, type StoreKind, type Writable } from './writable.ts';

/** A store that has grown by more than this share is taken back to its size before it is measured. */
const MOST_GROWTH = 0.1;
const WORDS = 'Multi-year settlements, please: a grant that ends in March buys temporary posts. ';

export type Filling = { kind: StoreKind; place: string; size: number };
export type Writing = { callers: number; ms: number };
export type Written = { perSecond: number; msEach: number };

let store: Writable;
let size = 0;
let written = 0;

/** The nth, of a second of its own, about 1,000 bytes as JSON. */
const nth = (n: number): Contribution =>
  aContribution({ text: WORDS.repeat(4).trim(), messageTs: `${1_616_170_000 + n}.000100` });

const open = async ({ kind, place, size: wanted }: Filling): Promise<void> => {
  size = wanted;
  store = await kinds[kind](
    place,
    Array.from({ length: size }, (_, n) => nth(n)),
  );
};

/** So many callers, each of whom writes the next contribution as soon as its last is kept, for so long. */
const write = async ({ callers, ms }: Writing): Promise<Written> => {
  if (written > size * MOST_GROWTH) {
    await store.shrink();
    written = 0;
  }
  const startedAt = performance.now();
  const before = written;
  const call = async () => {
    do {
      written += 1;
      await store.write(nth(size + written));
    } while (performance.now() - startedAt < ms);
  };
  await Promise.all(Array.from({ length: callers }, call));
  const took = performance.now() - startedAt;
  await store.settle?.();
  return { perSecond: ((written - before) * 1_000) / took, msEach: took / (written - before) };
};

answerParent({ open, write });
