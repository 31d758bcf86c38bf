import type { Detector } from '../reading.ts';
import { matchesOf, toFinding } from './matches.ts';

/** Tried once for each run of its characters, whose length is bounded as RFC 5321 has it. */
const shape =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[a-z]{2,24}(?![\p{L}\p{N}])/giu;

/** A mail address, unless it is a public mailbox. */
export const email: Detector = (reading, { allowed }) => {
  if (!reading.text.includes('@')) return [];
  const isPublic = new Set(allowed.mailboxes.map((mailbox) => mailbox.toLowerCase()));
  return matchesOf(reading, shape)
    .filter(({ text }) => !isPublic.has(text.toLowerCase()))
    .map(toFinding('email', 'warn'));
};
