import type { Reading } from './reading.ts';

/** Addresses with their scheme or www, and "gov.uk/guidance" without; a run of name characters is tried once, from its start. */
const address =
  /(?:https?:\/\/|(?<![\w.@-])www\.|(?<![\w.@-])(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}\/)[^\s<>|\]"]+|\bdoi:? {0,2}10\.\d{4,9}\/[^\s<>|\]"]+/gi;

/** The web addresses and DOIs in a text, in order: the numbers in them are theirs. */
export const webAddressesIn = (text: string): Reading['links'] =>
  /:\/\/|www\.|\.[a-z]{2,24}\/|doi/i.test(text)
    ? [...text.matchAll(address)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
    : [];
