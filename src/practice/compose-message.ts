import { type Block, isPayload, type Payload } from './payload.ts';

/** What a person said: the rich text, and the poorer mrkdwn text that Slack sends beside it. */
export type Said = { text: string; blocks?: Block[] };
/** A run of words, a link, a mention: one element and its mrkdwn. */
export type Inline = { element: Payload; text: string };
/** A paragraph, list, quote or block of code. */
export type Part = { kind: 'paragraph' | 'list' | 'other'; elements: Payload[]; text: string };
type Words = (string | Inline)[];
type Item = string | Inline | Inline[] | Part;

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const text = (words: string): Inline => ({
  element: { type: 'text', text: words },
  text: escaped(words),
});
const styled =
  (style: string, mark: string) =>
  (words: string): Inline => ({
    element: { type: 'text', text: words, style: { [style]: true } },
    text: `${mark}${escaped(words)}${mark}`,
  });
export const bold = styled('bold', '*');
export const italic = styled('italic', '_');
export const strike = styled('strike', '~');
export const code = styled('code', '`');

export const link = (url: string, label?: string): Inline => ({
  element: { type: 'link', url, ...(label === undefined ? {} : { text: label }) },
  text: label === undefined ? `<${url}>` : `<${url}|${escaped(label)}>`,
});
export const mention = ({ id }: { id: string }): Inline => ({
  element: { type: 'user', user_id: id },
  text: `<@${id}>`,
});
export const channel = ({ id, name = '' }: { id: string; name?: string }): Inline => ({
  element: { type: 'channel', channel_id: id },
  text: `<#${id}|${name}>`,
});
/** `unicode` is the hex code point or points, "1f44d", as Slack gives it; none for a custom emoji. */
export const emoji = (name: string, unicode?: string): Inline => ({
  element: { type: 'emoji', name, ...(unicode === undefined ? {} : { unicode }) },
  text: `:${name}:`,
});
export const broadcast = (range: 'here' | 'channel' | 'everyone'): Inline => ({
  element: { type: 'broadcast', range },
  text: `<!${range}>`,
});

export const paragraph = (...words: Words): Part => {
  const run = inlines(words);
  return { kind: 'paragraph', elements: [section(run)], text: joined(run) };
};
export const quote = (...words: Words): Part => {
  const run = inlines(words);
  const lines = joined(run).split('\n');
  const elements = [{ type: 'rich_text_quote', elements: run.map(({ element }) => element) }];
  return { kind: 'other', elements, text: lines.map((line) => `&gt; ${line}`).join('\n') };
};
export const codeBlock = (words: string): Part => {
  const elements = [{ type: 'rich_text_preformatted', elements: [text(words).element], border: 0 }];
  return { kind: 'other', elements, text: `\`\`\`${escaped(words)}\`\`\`` };
};

/** A list; a list among its items is nested, which Slack sends as a flat sibling with a deeper indent. */
export const bulletList = (...items: Item[]): Part => list('bullet', items);
export const orderedList = (...items: Item[]): Part => list('ordered', items);

/** Puts parts together into a message; paragraphs that follow each other are one section, as in Slack. */
export const message = (...parts: Part[]): Said => {
  const elements = parts.flatMap((part, index) => {
    const isFollowed = part.kind === 'paragraph' && parts[index + 1]?.kind === 'paragraph';
    return isFollowed ? [...part.elements, section([text('\n\n')])] : part.elements;
  });
  const words = parts.map(({ text: one, kind }, index) => one + gap(kind, parts[index + 1]?.kind)).join('');
  return {
    text: words,
    blocks: [{ type: 'rich_text', block_id: 'typed', elements: mergedSections(elements) }],
  };
};

/** Plain words as somebody types them: one text element. Nothing typed leaves no block. */
export const typed = (words: string): Said => (words === '' ? { text: '' } : message(paragraph(words)));

const inlines = (words: Words): Inline[] => words.map((one) => (typeof one === 'string' ? text(one) : one));
const joined = (run: Inline[]): string => run.map((one) => one.text).join('');
const section = (run: Inline[]) => ({
  type: 'rich_text_section',
  elements: run.map(({ element }) => element),
});

const gap = (kind: Part['kind'], next: Part['kind'] | undefined): string => {
  if (next === undefined) return '';
  return kind === 'paragraph' && next === 'paragraph' ? '\n\n' : '\n';
};

const list = (style: 'bullet' | 'ordered', items: Item[]): Part => {
  const elements: Payload[] = [];
  const lines: string[] = [];
  let count = 0;
  for (const item of items) {
    if (typeof item === 'object' && 'kind' in item) {
      elements.push(...item.elements.map((one) => ({ ...one, indent: Number(one.indent ?? 0) + 1 })));
      lines.push(...item.text.split('\n').map((line) => `    ${line}`));
      continue;
    }
    const run = inlines([item].flat());
    const last = elements.at(-1);
    if (last?.indent === 0) (last.elements as Payload[]).push(section(run));
    else elements.push(listOf(style, section(run), count));
    count += 1;
    lines.push(`${style === 'bullet' ? '•' : `${count}.`} ${joined(run)}`);
  }
  return { kind: 'list', elements, text: lines.join('\n') };
};

const listOf = (style: string, first: Payload, before: number): Payload => ({
  type: 'rich_text_list',
  style,
  indent: 0,
  border: 0,
  ...(style === 'ordered' && before > 0 ? { offset: before } : {}),
  elements: [first],
});

const mergedSections = (elements: Payload[]): Payload[] => {
  const merged: Payload[] = [];
  for (const one of elements) {
    const last = merged.at(-1);
    const areSections = [last, one].every((each) => each?.type === 'rich_text_section');
    if (last !== undefined && areSections) last.elements = mergedWords([last.elements, one.elements].flat());
    else merged.push({ ...one });
  }
  return merged;
};

const mergedWords = (elements: unknown[]): Payload[] => {
  const merged: Payload[] = [];
  for (const one of elements.filter(isPayload)) {
    const last = merged.at(-1);
    const arePlain = [last, one].every((each) => each?.type === 'text' && each.style === undefined);
    if (last !== undefined && arePlain) last.text = `${last.text}${one.text}`;
    else merged.push({ ...one });
  }
  return merged;
};
