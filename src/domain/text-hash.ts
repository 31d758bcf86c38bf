import { createHash, createHmac } from 'node:crypto';
import type { SealedHash } from './contribution.ts';

/** SHA-256 of a text, hex: equal words, equal hash. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The same with a salt of its own, for words that are not kept: it cannot be looked up among likely texts at once. */
export const sealedHash = (text: string, salt: string): SealedHash => ({
  salt,
  hash: createHmac('sha256', salt).update(text).digest('hex'),
});

/** Whether these are the words that were sealed. */
export const isSealed = (text: string, { salt, hash }: SealedHash): boolean =>
  sealedHash(text, salt).hash === hash;
