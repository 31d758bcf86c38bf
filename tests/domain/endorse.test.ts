import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reaction, reacted, reactionsFound } from '../../src/domain/endorse.ts';
import { reply, taken } from './sample.ts';

const contribution = taken(null, reply('Pay matters.'));
const word = (userId: string, reaction: string, on: boolean, eventTs: string): Reaction => ({
  userId,
  reaction,
  on,
  eventTs,
});

describe('endorsements', () => {
  it('count a person once, whatever the skin tone or the number of reactions', () => {
    const words = [
      word('U1', '+1', true, '1.0'),
      word('U1', '+1::skin-tone-3', true, '2.0'),
      word('U2', '+1', true, '3.0'),
    ];
    expect(words.reduce(reacted, contribution).endorsers).toEqual(['U1', 'U2']);
  });

  it('keep counting a person who takes back one of two reactions', () => {
    const words = [
      word('U1', '+1', true, '1.0'),
      word('U1', '100', true, '2.0'),
      word('U1', '+1', false, '3.0'),
    ];
    expect(words.reduce(reacted, contribution).endorsers).toEqual(['U1']);
  });

  it('never count the author', () => {
    expect(reacted(contribution, word('UAUTHOR', '+1', true, '1.0')).endorsers).toEqual([]);
  });

  it('end the same in whatever order Slack delivers', () => {
    const words = [
      word('U1', '+1', true, '1.0'),
      word('U1', '+1', false, '2.0'),
      word('U2', '+1', true, '3.0'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 3 }), (order) => {
        expect(order.reduce(reacted, contribution).endorsers).toEqual(['U2']);
      }),
    );
  });

  it('follow a complete reading, but not against what was said after it began', () => {
    const before = [word('U1', '+1', true, '1.0'), word('U2', '+1', true, '9.0')].reduce(
      reacted,
      contribution,
    );
    const found = { reactions: [word('U3', '+1', true, '5.0')], areAll: true, readTs: '5.0' };
    expect(reactionsFound(before, found).endorsers).toEqual(['U2', 'U3']);
    expect(reactionsFound(before, { ...found, areAll: false }).endorsers).toEqual(['U1', 'U2', 'U3']);
  });
});
