import type { Detector } from '../reading.ts';
import { matchesOf, toFinding } from './matches.ts';

/** Tried once for each run of its characters, whose length is bounded as RFC 5321 has it. */
const shape =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[a-z]{2,24}(?![\p{L}\p{N}])/giu;

const dot = String.raw`(?:\.| ?[([{] ?dot ?[)\]}] ?| dot )`;
const domain = String.raw`[a-z\d-]{1,63}(?:${dot}[a-z\d-]{1,63}){0,4}${dot}(?:uk|com|org|net|info|eu|scot|wales|cymru|london|co|io)(?![a-z\d])`;
const spelledDomain = String.raw`(?=[a-z\d.-]{1,63} ?(?:[([{]dot|dot )[^\n]{0,80})${domain}`;
const name = String.raw`(?<![a-z\d._%+-])(?=[\d._%+-]{0,20}[a-z])[a-z\d._%+-]{1,64}`;
/** A name with a full stop or digit in it is one of a mailbox; "we looked at nspcc.org.uk" has none. */
const mailboxName = String.raw`(?=[a-z._%+-]{0,40}(?:[a-z]\.[a-z]|\d))${name}`;
/** "name [at] body [dot] org", "name at body dot org", "p.lowe at body.org": written so that no machine reads it. */
const writtenOut = new RegExp(
  String.raw`${name} ?[([{] ?at ?[)\]}] ?${domain}|${name} at ${spelledDomain}|${mailboxName} at ${domain}`,
  'gi',
);

/** Quick, and false of nearly all texts that say "at". */
const mayBeWrittenOut = /[([{] ?at ?[)\]}]|\bat [a-z\d-]{1,63}(?:\.[a-z]| ?[([{]? ?dot\b)/i;

/** A mail address, unless it is a public mailbox. */
export const email: Detector = (reading, { allowed }) => {
  const found = [
    ...(reading.text.includes('@') ? matchesOf(reading, shape) : []),
    ...(mayBeWrittenOut.test(reading.text) ? matchesOf(reading, writtenOut) : []),
  ];
  if (found.length === 0) return [];
  const isPublic = new Set(allowed.mailboxes.map((mailbox) => mailbox.toLowerCase()));
  return found.filter(({ text }) => !isPublic.has(joined(text))).map(toFinding('email', 'warn'));
};

/** As a machine would write it. */
const joined = (address: string): string =>
  address
    .toLowerCase()
    .replace(/ ?[([{] ?at ?[)\]}] ?| at /, '@')
    .replace(/ ?[([{] ?dot ?[)\]}] ?| dot /g, '.');
