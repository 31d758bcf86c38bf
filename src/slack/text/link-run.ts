import { cleanLine } from './clean-text.ts';
import { plain, type Run, type Style, textRun } from './run.ts';

const linkable = new Set(['http:', 'https:', 'mailto:']);

const isLinkable = (url: string): boolean => URL.canParse(url) && linkable.has(new URL(url).protocol);

/**
 * A link that a person typed or that Slack made of an address. Only web and mail targets stay links;
 * of anything else (`javascript:`, `tel:`, a forged `mention:`) the label stays, as plain text.
 */
export function linkRun(url: string, label: string, style: Style = plain): Run {
  const target = cleanLine(url);
  const address = target.replace(/^(?:mailto|tel):/i, '');
  const text = cleanLine(label) || address;
  const autoLinked = address !== target && (text === address || text === target);
  return autoLinked || !isLinkable(target) ? textRun(text, style) : { text, style, url: target };
}

/**
 * A mention, as a link to `mention:<id>` with the id for its label: a name is never stored in a text.
 * An id that Slack could not have given is plain text.
 */
export function mentionRun(sign: '@' | '#', id: string, style: Style = plain): Run {
  const text = `${sign}${cleanLine(id)}`;
  return /^[A-Z0-9]+$/.test(id) ? { text, style, url: `mention:${id}` } : textRun(text, style);
}
