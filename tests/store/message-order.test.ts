import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byMessage } from '../../src/store/message-order.ts';

const second = fc.oneof(
  fc.integer({ min: 0, max: 999_999_999_999 }),
  fc.constantFrom(999_999_999, 1_616_161_616),
);
const microsecond = fc.integer({ min: 0, max: 999_999 });

it('orders any two messages by their seconds, then by their microseconds', () => {
  fc.assert(
    fc.property(second, microsecond, second, microsecond, (s1, us1, s2, us2) => {
      const message = (s: number, us: number) => ({
        teamId: 'T1',
        channelId: 'C1',
        messageTs: `${s}.${String(us).padStart(6, '0')}`,
      });
      const expected = Math.sign(s1 - s2) || Math.sign(us1 - us2);
      expect(Math.sign(byMessage(message(s1, us1), message(s2, us2)))).toBe(expected);
    }),
  );
});
