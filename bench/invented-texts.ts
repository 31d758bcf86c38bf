import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';
import { camhsReplies } from '../src/practice/demo/camhs-replies.ts';
import { fundingReplies } from '../src/practice/demo/funding-replies.ts';
import type { ScriptedReply } from '../src/practice/demo/scripted-reply.ts';
import { thresholdsReplies } from '../src/practice/demo/thresholds-replies.ts';
import { workforceReplies } from '../src/practice/demo/workforce-replies.ts';
import { type Chance, createChance } from './chance.ts';

const plainText = ({ said }: ScriptedReply): string => (typeof said === 'string' ? said : '');

/** What the demo's team says in plain prose, none of it held by the screen. */
const sentences = [...fundingReplies, ...workforceReplies, ...thresholdsReplies, ...camhsReplies]
  .map(plainText)
  .filter((text) => text !== '' && !text.includes('NHS number'))
  .flatMap((text) => text.split(/(?<=[.?!])\s+(?=[A-Z])/));

/** As many as a large team uses of a dictionary. */
const WORDS = 8_000;

const spread = (all: string[]) =>
  Array.from({ length: WORDS }, (_, n) => all[Math.floor((n * all.length) / WORDS)] ?? '');

const dictionary = () => {
  const usual = readFileSync(wordListPath, 'utf8')
    .split('\n')
    .filter((word) => /^[a-z]{6,9}$/.test(word));
  const chance = createChance(1);
  return spread(usual)
    .map((word) => ({ word, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);
};

const pick = <T>(chance: Chance, list: readonly T[], otherwise: T): T =>
  list[Math.floor(chance() * list.length)] ?? otherwise;

/**
 * Replies of one to three sentences, about 200 characters, as if a team had written them: sentences of the demo, in which
 * every other long word is another one. Words are used as people use them, few of them often and most seldom; one
 * reply in 20 is an earlier one said again with a small change, one in 50 the very same.
 */
export const inventedTexts = (count: number): string[] => {
  const chance = createChance(2);
  const words = dictionary();
  const word = () => words[Math.floor(WORDS ** chance()) - 1] ?? '';
  const sentence = () =>
    pick(chance, sentences, '').replace(/\b[a-z]{6,}\b/g, (usual) => (chance() < 0.5 ? word() : usual));
  const texts: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const kind = chance();
    const earlier = pick(chance, texts, sentence());
    if (kind < 0.02) texts.push(earlier);
    else if (kind < 0.07) texts.push(earlier.replace(/\b[a-z]{6,}\b/, word()));
    else texts.push(Array.from({ length: 1 + Math.floor(chance() * 3) }, sentence).join(' '));
  }
  return texts;
};
