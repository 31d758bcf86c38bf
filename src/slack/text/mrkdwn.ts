import { cleanText } from './clean-text.ts';
import { literalText, mrkdwnRuns } from './mrkdwn-runs.ts';
import type { Passage } from './passage.ts';
import { textRun } from './run.ts';

const listItem = /^([ \t]*)(?:[•◦▪▫‣]|(\d{1,3})\.)[ \t]+(\S.*)$/;
const quoteMark = /^(?:&gt;|>)+ ?/;
/** Quotes everything that follows it. */
const quoteRest = /^(?:&gt;|>){3}/;

/** Slack writes its lists into the text with four spaces for each level. */
const indentOf = (space: string): number =>
  Math.min(8, Math.floor(space.replaceAll('\t', '    ').length / 4));

function linePassage(line: string, quoted: boolean): Passage {
  const [, space = '', number, words] = listItem.exec(line) ?? [];
  if (words === undefined) return { kind: 'prose', quoted, runs: mrkdwnRuns(line) };
  return {
    kind: 'list',
    quoted,
    ordered: number !== undefined,
    start: Number(number ?? 1),
    indent: indentOf(space),
    items: [mrkdwnRuns(words)],
  };
}

/** Lines of one stretch of prose belong together, or their paragraphs and tables would be cut apart. */
function joinProse(passages: Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const last = joined.at(-1);
    if (last?.kind === 'prose' && passage.kind === 'prose' && last.quoted === passage.quoted)
      last.runs.push(textRun('\n'), ...passage.runs);
    else joined.push(passage);
  }
  return joined;
}

function linePassages(text: string): Passage[] {
  const lines = text.split('\n');
  const rest = lines.findIndex((line) => quoteRest.test(line));
  const passages = lines.map((line, at) => {
    const quoted = quoteMark.test(line) || (rest !== -1 && at > rest);
    return linePassage(line.replace(quoteMark, ''), quoted);
  });
  return joinProse(passages);
}

/**
 * What stands in a message's `text` (mrkdwn), for the messages that have no rich text: bots, old ones, edits
 * through the API. Slack has no lists there, so lines that begin with a bullet or "1." are taken for items.
 */
export function mrkdwnPassages(text: string): Passage[] {
  const parts = cleanText(text).split('```');
  // A fence that is never closed is what it looks like: three characters.
  if (parts.length % 2 === 0) parts.push(parts.splice(-2).join('```'));
  return parts.flatMap((part, at): Passage[] =>
    at % 2 === 1 ? [{ kind: 'code', quoted: false, text: literalText(part) }] : linePassages(part),
  );
}
