import type { BlockContent } from 'mdast';
import { type Contribution, contributionRef } from '../domain/contribution.ts';
import type { Cues } from '../domain/cues.ts';
import { textHash } from '../domain/text-hash.ts';
import type { FactFinder } from './cite-facts.ts';
import type { Naming } from './clean-text.ts';
import { cleanBlocks } from './clean-tree.ts';
import { plainText } from './plain-text.ts';
import { polish } from './polish.ts';
import { readMarkdown } from './read-markdown.ts';
import { cite, type Sources } from './references.ts';

/** A contribution as a document prints it. */
export type Reply = Sources & {
  contribution: Contribution;
  /** contributionRef, "C0123:1616161616.000100". */
  ref: string;
  /** Of the words that are printed: an editor's wording where there is one. */
  hash: string;
  blocks: BlockContent[];
  /** The same words without references. */
  plain: string;
};

/** Reads a contribution once: its Markdown, or an editor's wording in its place, cleaned and with references. */
export function readReply(
  contribution: Contribution,
  cues: Cues,
  findFacts: FactFinder,
  naming: Naming,
): Reply {
  const { wording, text, hash } = contribution;
  const tree = readMarkdown(wording?.text ?? text);
  const blocks = polish(cleanBlocks(tree.children, naming), cues);
  const plain = plainText(blocks);
  return {
    contribution,
    ref: contributionRef(contribution),
    hash: wording === null ? hash : textHash(wording.text),
    blocks,
    plain,
    ...cite(blocks, findFacts),
  };
}
