import { createHash } from 'node:crypto';

/** SHA-256 of a text, hex: equal words, equal hash. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');
