import { type Node, NodeType, parse } from 'slack-message-parser';
import { linkRun, mentionRun } from './link-run.ts';
import { plain, type Run, type Style, textRun, wordsOf } from './run.ts';

const characters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** Slack escapes these three and nothing else. */
const decoded = (text: string): string =>
  text.replace(/&(?:lt|gt|amp);/g, (entity) => characters[entity] ?? entity);

/** The words of code: Slack puts its angle brackets round addresses there too. */
export const literalText = (text: string): string =>
  decoded(text.replace(/<([^\s<>|][^<>|]*)(?:\|([^<>]*))?>/g, (_, target, label) => label || target));

const labelOf = (label: Node[] = []): string => wordsOf(label.flatMap((node) => runsOf(node, plain)));

/** `<!here>` and its like: a user group, a call to many, or something with words of its own (a date). */
function commandRun(name: string, [id = '']: string[], label: string, style: Style): Run {
  if (name === 'subteam') return mentionRun('@', id, style);
  if (['here', 'channel', 'everyone'].includes(name)) return textRun(`@${name}`, style);
  return textRun(label, style);
}

function runsOf(node: Node, style: Style): Run[] {
  const inside = (children: Node[], more: Partial<Style> = {}): Run[] =>
    children.flatMap((child) => runsOf(child, { ...style, ...more }));
  switch (node.type) {
    case NodeType.Text:
      return [textRun(decoded(node.text), style)];
    case NodeType.UserLink:
      return [mentionRun('@', node.userID, style)];
    case NodeType.ChannelLink:
      // The parser keeps the bar of "<#C9|>", a private channel without its name.
      return [mentionRun('#', node.channelID.replace(/\|$/, ''), style)];
    case NodeType.URL:
      return [linkRun(decoded(node.url), labelOf(node.label), style)];
    case NodeType.Command:
      return [commandRun(node.name, node.arguments, labelOf(node.label), style)];
    case NodeType.Emoji:
      return [textRun(`:${decoded(node.name)}:`, style)];
    case NodeType.PreText:
    case NodeType.Code:
      return [textRun(literalText(node.text), { ...style, code: true })];
    case NodeType.Bold:
      return inside(node.children, { bold: true });
    case NodeType.Italic:
      return inside(node.children, { italic: true });
    case NodeType.Strike:
      return inside(node.children, { strike: true });
    case NodeType.Quote:
      return [textRun('>', style), ...inside(node.children)];
    case NodeType.Root:
      return inside(node.children);
  }
}

/** In one line. The parser's time grows with their cube, its stack with ">", and nobody needs so many. */
const mostMarks = 64;
const hasManyMarks = (text: string): boolean =>
  text.split(/[*_~`]|&gt;/, mostMarks + 2).length > mostMarks + 1;

const literal = (text: string): Run[] => [textRun(decoded(text))];
const formatted = (text: string): Run[] => parse(text).children.flatMap((node) => runsOf(node, plain));

/** One line of Slack's mrkdwn as runs. In a line with very many marks only links and mentions are formatting. */
export function mrkdwnRuns(line: string): Run[] {
  if (!hasManyMarks(line)) return formatted(line);
  return line
    .split(/(<[^\s<>][^<>]{0,2000}>)/)
    .flatMap((part) => (part.startsWith('<') && !hasManyMarks(part) ? formatted(part) : literal(part)));
}
