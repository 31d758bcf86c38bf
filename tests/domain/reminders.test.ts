import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noted, type Reminders, remindedLast, settled, type Telling } from '../../src/domain/reminders.ts';

const HOUR_MS = 60 * 60 * 1000;
const at = '2026-11-25T09:30:00.000Z';
const later = (time: string, ms: number) => new Date(Date.parse(time) + ms).toISOString();
const never: Reminders = { consultationId: 'V1', userId: 'U1', told: [] };
const telling = (moment: string | null, when: string): Telling => ({ moment, at: when, outcome: 'sending' });

type Step = { moment: string | null; minutes: number; outcome: Telling['outcome'] | null };

/** Every telling that was made, and may have come in, in the order in which they were made. */
function madeBy(steps: Step[]): Telling[] {
  let now = at;
  let reminders = never;
  const made: Telling[] = [];
  for (const { moment, minutes, outcome } of steps) {
    now = later(now, minutes * 60_000);
    const next = noted(reminders, telling(moment, now));
    if (next === reminders) continue;
    reminders = settled(next, telling(moment, now), outcome);
    if (outcome === 'sent' || outcome === 'sending') made.push(telling(moment, now));
  }
  return made;
}

describe('what a person was reminded of', () => {
  it('is noted once a moment and once an hour, whatever the order and the clock', () => {
    const moment = fc.constantFrom('2026-11-23T09:30:00.000Z', '2026-11-25T09:30:00.000Z', null);
    const step = fc.record({
      moment,
      minutes: fc.integer({ min: -300, max: 300 }),
      outcome: fc.constantFrom('sent' as const, 'passed' as const, 'sending' as const, null),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const made = madeBy(steps);
        const scheduled = made.flatMap((one) => one.moment ?? []);
        expect(new Set(scheduled).size).toBe(scheduled.length);
        made.slice(1).forEach((one, index) => {
          const before = Date.parse(made[index]?.at ?? '');
          expect(Math.abs(Date.parse(one.at) - before)).toBeGreaterThanOrEqual(HOUR_MS);
        });
      }),
    );
  });

  it('can be told again when Slack surely did not take it, and counts as told when nobody knows', () => {
    const first = telling(at, at);
    const going = noted(never, first);
    expect(noted(going, telling(at, later(at, 24 * HOUR_MS)))).toBe(going);
    expect(remindedLast(going)).toBe(at);
    const freed = settled(going, first, null);
    expect(freed.told).toEqual([]);
    expect(noted(freed, first).told).toEqual([first]);
    expect(remindedLast(settled(going, first, 'passed'))).toBeNull();
  });

  it('keeps of those by hand the latest and the one before, and every moment', () => {
    const hours = [0, 2, 4, 6];
    const byHand = hours.reduce(
      (current, hour) => noted(current, telling(null, later(at, hour * HOUR_MS))),
      noted(never, telling(at, later(at, -24 * HOUR_MS))),
    );
    expect(byHand.told.map(({ moment }) => moment)).toEqual([at, null, null]);
    expect(remindedLast(byHand)).toBe(later(at, 6 * HOUR_MS));
  });
});
