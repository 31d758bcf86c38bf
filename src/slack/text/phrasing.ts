import type { PhrasingContent } from 'mdast';
import { chunk } from './chunk.ts';
import { plain, type Run, type Style } from './run.ts';

/** Markdown has no bold that ends in a space: space at the ends of styled words moves out of the style. */
function freeSpace(run: Run): Run[] {
  const words = run.text.trim();
  if (run.url !== null || (run.style.code && words)) return [run];
  const start = run.text.length - run.text.trimStart().length;
  return [
    { ...run, text: run.text.slice(0, start), style: plain },
    { ...run, text: words },
    { ...run, text: run.text.slice(start + words.length), style: plain },
  ].filter(({ text }) => text);
}

const sameStyle = (a: Style, b: Style): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.code === b.code;

const isPlain = ({ url, style }: Run): boolean => url === null && sameStyle(style, plain);

/** "1" and ". x" must become one text, or escaping would not see the list that they make together. */
function joinRuns(runs: Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.url === null && run.url === null && sameStyle(last.style, run.style)) last.text += run.text;
    else joined.push({ ...run });
  }
  return joined;
}

/** In joined runs only the first and the last can be space that nobody sees. */
function trimEnds(runs: Run[]): Run[] {
  const first = runs[0];
  const last = runs.at(-1);
  if (first && isPlain(first)) first.text = first.text.trimStart();
  if (last && isPlain(last)) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text);
}

function leaf({ text, style, url }: Run): PhrasingContent {
  const words = { type: style.code ? 'inlineCode' : 'text', value: text } as const;
  return url === null ? words : { type: 'link', url, children: [words] };
}

const wrappers = { strike: 'delete', bold: 'strong', italic: 'emphasis' } as const;

function nest(runs: Run[], [outer, ...inner]: (keyof typeof wrappers)[]): PhrasingContent[] {
  if (outer === undefined) return runs.map(leaf);
  return chunk(runs, ({ style }) => style[outer]).flatMap(({ key, items }) => {
    const children = nest(items, inner);
    return key ? [{ type: wrappers[outer], children }] : children;
  });
}

/** The runs of one line as Markdown's inline nodes, without space at the ends; empty when there are no words. */
export const phrasing = (line: Run[]): PhrasingContent[] =>
  nest(trimEnds(joinRuns(line.flatMap(freeSpace))), ['strike', 'bold', 'italic']);
