import type { Consultation } from '../../src/domain/consultation.ts';
import { sendReminders } from '../../src/usecases/send-reminders.ts';
import { latch } from '../latch.ts';
import { emptyWorkspace } from '../office.ts';
import { aConsultation } from '../store/records.ts';
import { realDeps } from './real-deps.ts';

/**
 * A team around a channel, and a clock that is set by hand. The deadline is on Tuesday, 1 December 2026, at midday: people
 * are reminded of it on Tuesday 24, Friday 27 and Monday 30 November, at 9:30.
 */
export async function reminding() {
  const workspace = await emptyWorkspace();
  const people = {
    lead: workspace.addPerson({ name: 'Ruth Adeyemi' }),
    editor: workspace.addPerson({ name: 'Omar Haddad' }),
    faraway: workspace.addPerson({ name: 'Aroha Ngata', tz: 'Pacific/Auckland' }),
    reviewer: workspace.addPerson({ name: 'Nadia Rahman' }),
    contributor: workspace.addPerson({ name: 'Bea Lindqvist' }),
  };
  const channel = workspace.addChannel({ name: 'care-review', members: Object.values(people) });
  const clock = { now: '2026-11-02T12:00:00Z' };
  const deps = await realDeps(workspace, () => new Date(clock.now));
  const { lead, editor, faraway, reviewer } = people;
  /** Sets the clock, and looks at what is due. */
  async function at(now: string, by = deps): Promise<void> {
    clock.now = now;
    await sendReminders(by, {});
  }
  return {
    workspace,
    ...people,
    channel,
    clock,
    deps,
    /** All of its themes are thin. */
    opens: (changes: Partial<Consultation> = {}) =>
      deps.store.addConsultation(
        aConsultation({
          teamId: workspace.teamId,
          channelId: channel.id,
          leadId: lead.id,
          editorIds: [lead.id, editor.id, faraway.id],
          safeguardingReviewerId: reviewer.id,
          ...changes,
        }),
      ),
    at,
    /** The same; and `happens` once Slack was asked who is in the channel, before it answers. */
    async whileSlackIsAsked(now: string, happens: () => unknown) {
      const { opened, open } = latch();
      const asked = workspace.calls('conversations.members').length;
      workspace.failNext('conversations.members', { until: opened });
      const looking = at(now);
      await workspace.until(
        () => workspace.calls('conversations.members').length > asked,
        'Slack to be asked',
      );
      await happens();
      open();
      await looking;
    },
    told: (...of: { id: string }[]) => of.map((person) => workspace.directMessagesTo(person).length),
  };
}
