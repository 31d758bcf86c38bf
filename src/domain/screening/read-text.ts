import { onceEach } from './once-each.ts';
import type { Reading } from './reading.ts';
import { webAddressesIn } from './web-addresses.ts';

/** What stands for something else, or for nothing. Repetitions are bounded: no text makes the reading slow. */
const marks = [
  // A colleague or a channel, as recorded or as Slack sends it.
  /\[[@#]\w{0,40}\]\(mention:\w{1,40}\)/u,
  /<(?:[@#][a-z]\w{1,30}|!(?:here|channel|everyone|subteam\^\w{1,30}|date\^[^<>|\n]{1,200}))(?:\|[^<>\n]{0,80})?>/u,
  // The end of a Markdown link, and the beginning of one of Slack's: their words are read as words.
  /\]\(<?(?<target>(?:https?|mailto|tel|mention):[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500}){0,5})>?(?: "[^"\n]{0,300}")?\)/u,
  /<(?<named>(?:https?|mailto|tel):[^\s<>|]{1,3000})\|(?=(?<label>[^<>\n]{0,300})>)/u,
  /\\(?<escaped>[!-/:-@[-`{-~])/u,
  /(?<entity>&(?:amp;){0,3}(?:amp|lt|gt|nbsp|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});)/u,
  /(?<plain>[*~`]|[a-z\d]\p{M}+|[^ -~\n])/u,
];
const mark = new RegExp(marks.map(({ source }) => source).join('|'), 'giu');
/** What all of them begin with or hold: most texts have none. */
const mayHoldMark = /[[\]<\\&*~`]|[^ -~\n]/;

/**
 * Reads recorded Markdown, Slack's mrkdwn, a typed line or a file's name. A mention becomes a space; a link keeps
 * its words, and of its target only a mail address or number that the words do not say. In time that grows with
 * the text and no faster.
 */
export function readText(given: string): Reading {
  const plainOf = onceEach(plainly);
  const parts: string[] = [];
  const at: number[] = [];
  let done = 0;
  const copyUntil = (end: number) => {
    parts.push(given.slice(done, end));
    for (; done < end; done += 1) at.push(done);
  };
  for (const found of mayHoldMark.test(given) ? given.matchAll(mark) : []) {
    copyUntil(found.index);
    const said = saidBy(found.groups ?? {}, given.slice(Math.max(0, done - 300), done), plainOf);
    parts.push(said);
    for (let unit = 0; unit < said.length; unit += 1) at.push(done);
    done += found[0].length;
  }
  copyUntil(given.length);
  const text = parts.join('');
  at.push(given.length);
  return { text: withoutUnderscores(text), at, links: webAddressesIn(text) };
}

function saidBy(
  groups: Record<string, string | undefined>,
  before: string,
  plainOf: (character: string) => string,
): string {
  const { target, named, label = '', escaped, entity, plain } = groups;
  if (target !== undefined) return isSaid(target, before) ? '' : ` ${addressOf(target)}`;
  if (named !== undefined) return isSaid(named, label) ? '' : `${addressOf(named)} `;
  if (entity !== undefined) return plainOf(decoded(entity));
  return plainOf(escaped ?? plain ?? ' ');
}

const addressOf = (target: string): string => target.replace(/^(?:mailto|tel):/i, '');

/** Whether a link's words say all that matters of its target: a web page needs no saying. */
function isSaid(target: string, words: string): boolean {
  if (/^(?:https?|mention):/i.test(target)) return true;
  if (/^mailto:/i.test(target)) {
    return words.replaceAll('\\', '').toLowerCase().includes(addressOf(target).toLowerCase());
  }
  const lastDigits = target.replace(/\D/g, '').slice(-9);
  return lastDigits !== '' && words.replace(/\D/g, '').endsWith(lastDigits);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', quot: '"', apos: "'" };

/** "&amp;#8203;" was escaped twice. */
function decoded(entity: string): string {
  const name = entity
    .toLowerCase()
    .replace(/^&(?:amp;)+(?=.)|^&/, '')
    .slice(0, -1);
  const code = Number(name.replace('#', '0'));
  return named[name] ?? (code <= 0x10ffff ? String.fromCodePoint(code) : ' ');
}

/** One character, with the marks that combine with it, as it would be typed plainly; nothing for what is not seen. */
function plainly(character: string): string {
  if (/^[*~`]$/.test(character)) return '';
  if (/^[\n\u2028\u2029]$/.test(character)) return '\n';
  if (/^[\p{Cf}\p{Me}\p{DI}]/u.test(character)) return '';
  if (/^\s$/u.test(character)) return ' ';
  if (/^\p{Cc}/u.test(character)) return '';
  if (/^[\p{Pd}−]$/u.test(character)) return '-';
  if (/^[’‘ʼ＇]$/u.test(character)) return "'";
  // "7½" would become 71⁄2.
  if (/^[¼-¾⅐-⅞]$/u.test(character)) return character;
  const plain = character.normalize('NFKC');
  // One Arabic sign stands for eighteen: no words of ours are in it.
  if (plain.length > 4) return character;
  if (/^\p{Nd}$/u.test(plain)) return decimal(plain);
  return /^\d\p{M}/u.test(plain) ? plain.slice(0, 1) : plain;
}

/** "٩" is 9: the ten digits of every script follow each other, from its 0 on. */
function decimal(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}

/** In names of files underscores stand for spaces; in addresses they are part of them. */
const withoutUnderscores = (text: string): string =>
  text.includes('_')
    ? text.replace(/(?<![\w.%+-])[\w.%+-]{1,64}@|_/g, (found) => (found === '_' ? ' ' : found))
    : text;
