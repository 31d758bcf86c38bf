import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { momentDue } from '../../src/domain/reminder-times.ts';
import { reminding } from './reminding.ts';

const zone = fc.constantFrom('Europe/London', 'Australia/Sydney', 'America/Los_Angeles', 'Asia/Kathmandu');
const HOUR_MS = 60 * 60 * 1000;
/** From ten days before the deadline to two after it, and now and then a jump, also back. */
const steps = fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: -100, max: 200 })), {
  minLength: 8,
  maxLength: 14,
});
/** Around both changes of the clock, and in between. */
const deadline = fc
  .tuple(
    fc.constantFrom('2026-10-26', '2026-10-05', '2027-03-29', '2027-04-05', '2026-12-24'),
    fc.nat(24 * 7),
  )
  .map(([day, hours]) => new Date(Date.parse(day) + hours * HOUR_MS).toISOString());

it('nobody is reminded at night, on a weekend, twice for a moment, after the deadline or long before it', async () => {
  const { workspace, deps, opens, at, told } = await reminding();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(
      deadline,
      zone,
      zone,
      zone,
      steps,
      async (end, timeZone, leadZone, editorZone, hours) => {
        runs += 1;
        const lead = workspace.addPerson({ name: `Lead ${runs}`, tz: leadZone });
        const editor = workspace.addPerson({ name: `Editor ${runs}`, tz: editorZone });
        const channel = workspace.addChannel({ name: `run-${runs}`, members: [lead, editor] });
        const consultation = await opens({
          id: `run-${runs}`,
          channelId: channel.id,
          leadId: lead.id,
          editorIds: [editor.id],
          deadline: end,
          timeZone,
          openedAt: '2026-01-01T12:00:00.000Z',
        });
        const moments = new Set<string>();
        let now = Date.parse(end) - 10 * 24 * HOUR_MS;
        for (const step of hours) {
          now += step * HOUR_MS;
          const time = new Date(now).toISOString();
          const before = told(lead, editor);
          await at(time);
          told(lead, editor).forEach((count, index) => {
            if (count === before[index]) return;
            expect(count).toBe((before[index] ?? 0) + 1);
            const there = DateTime.fromISO(time, { zone: [leadZone, editorZone][index] ?? '' });
            expect([there.weekday < 6, there.hour >= 8, there.hour < 18]).toEqual([true, true, true]);
            expect(time < end).toBe(true);
            const moment = `${index} ${momentDue(consultation, time)}`;
            expect(moments.has(moment)).toBe(false);
            moments.add(moment);
          });
        }
        await deps.store.changeConsultation(consultation.id, (one) => ({ ...one, closedAt: end }));
      },
    ),
    { numRuns: 40 },
  );
  // Otherwise nothing was looked at.
  expect(workspace.calls('chat.postMessage').length).toBeGreaterThan(20);
});
