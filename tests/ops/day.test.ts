import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { exported, openedConsultation, recorded } from '../office.ts';
import { BLOCKED, blockedWords, warnedWords } from '../slack/screening/screened.ts';
import { scrapedIdle } from './scrape.ts';

/** A log that keeps all its lines, down to the least. */
function keptLog() {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { write: (line) => void lines.push(line) }) };
}

/** A small day with everything in it that is counted, and some of it going wrong. */
async function day(mode: 'http' | 'socket') {
  const { lines, log } = keptLog();
  const there = await openedConsultation(
    { mode, log },
    { title: 'Kestrel response', responding_as: 'Eastmarsh' },
  );
  const { workspace, channel, bea, omar, ruth, thread } = there;
  const funding = thread('Funding');
  const first = bea.replies(channel, funding, 'We recommend that Kestrel budgets last three years.');
  await recorded(there, first);
  bea.edits(channel, first, 'We recommend that Kestrel budgets last four years.');
  await recorded(there, omar.replies(channel, funding, warnedWords));
  const held = omar.replies(channel, funding, `Kestrel: ${blockedWords}`);
  await workspace.until(() => workspace.reactionsOn(channel, held).length > 0, 'the lock');
  omar.posts(channel, 'Is Kestrel room 2 free?');
  omar.reacts(channel, first, '+1');
  await workspace.settled();
  workspace.failNext('reactions.add', { rateLimited: 1 });
  await recorded(there, bea.replies(channel, funding, 'Kestrel visits take longer than they did.'));
  workspace.failNext('chat.postEphemeral', { error: 'channel_not_found' });
  workspace.failNext('views.open', { status: 500 });
  await ruth.types(channel, '/soundings settings');
  await workspace.until(
    () => lines.some((line) => line.includes('A request failed')),
    'a failure in the log',
  );
  await exported(there, ruth, 'export markdown');
  await ruth.types(channel, '/soundings close');
  await workspace.until(() => workspace.messages(channel).length > 0 && closedIn(there), 'the close');
  bea.replies(channel, funding, 'Kestrel came too late.');
  await workspace.settled();
  await workspace.until(
    () => workspace.ephemeralsTo(bea).some(({ text }) => /closed|late/.test(text)),
    'the notice of a late reply',
  );
  // A call is counted when its answer is back, a moment after everybody can see what it did.
  const { text, samples } = await scrapedIdle(there.app.address);
  const count = (name: string, labels: Record<string, string> = {}) => {
    const told = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
    return samples.get(`${name}${told.length === 0 ? '' : `{${told.join(',')}}`}`);
  };
  return { ...there, lines, text, samples, count };
}

const closedIn = ({ workspace, ruth }: Awaited<ReturnType<typeof openedConsultation>>) =>
  workspace.ephemeralsTo(ruth).some(({ text }) => text.includes('closed'));

describe.each(['http', 'socket'] as const)('after a day in %s mode', (mode) => {
  it('the numbers are those of the day, and nothing in them or in the log tells who said what where', async () => {
    const { workspace, channel, bea, omar, ruth, dataDir, lines, text, samples, count } = await day(mode);

    const captured = (outcome: string) => count('soundings_captures_total', { outcome });
    expect(['recorded', 'edited', 'held', 'late'].map(captured)).toEqual([3, 1, 1, 1]);
    expect(captured('not ours')).toBeGreaterThan(0);
    expect(count('soundings_capture_lag_seconds_count')).toBe(5);
    expect(count('soundings_screen_findings_total', { strength: 'block' })).toBe(1);
    expect(count('soundings_screen_findings_total', { strength: 'warn' })).toBe(1);

    const acked = (kind: string) => count('soundings_acks_total', { kind, outcome: 'acked' });
    const events = workspace.deliveries().filter(({ statuses }) => statuses.includes(200));
    expect(events.length).toBeGreaterThan(6);
    // On a busy machine Slack may give up on an answer and send again.
    const sent = events.reduce((sum, { attempts }) => sum + attempts, 0);
    expect(acked('event')).toBeGreaterThanOrEqual(events.length);
    expect(acked('event')).toBeLessThanOrEqual(sent);
    expect(['command', 'view'].map(acked)).toEqual([4, 1]);
    expect(count('soundings_ack_seconds_count', { kind: 'event' })).toBe(acked('event'));
    expect(count('soundings_acks_total', { kind: 'event', outcome: 'failed' })).toBe(0);

    const called = workspace.calls().filter(({ method }) => !['upload', 'response_url'].includes(method));
    const methods = new Set(called.map(({ method }) => method));
    methods.delete('apps.connections.open');
    for (const method of methods) {
      const outcomes = ['ok', 'refused', 'rate limited', 'failed'];
      const all = outcomes.map((outcome) => count('soundings_slack_calls_total', { method, outcome }) ?? 0);
      const waited = count('soundings_slack_rate_limits_total', { method }) ?? 0;
      const tries = called.filter((one) => one.method === method).length;
      expect([method, all.reduce((sum, one) => sum + one)]).toEqual([method, tries - waited]);
    }
    expect(count('soundings_slack_calls_total', { method: 'views.open', outcome: 'failed' })).toBe(1);
    expect(count('soundings_slack_calls_total', { method: 'chat.postEphemeral', outcome: 'refused' })).toBe(
      1,
    );
    expect(count('soundings_slack_rate_limits_total', { method: 'reactions.add' })).toBe(1);

    expect(count('soundings_store_write_seconds_count')).toBeGreaterThan(10);
    expect(count('soundings_store_write_failures_total')).toBe(0);
    expect(count('soundings_errors_total')).toBe(lines.filter((line) => line.includes('"level":50')).length);
    expect(count('soundings_event_loop_lag_seconds_count')).toBeGreaterThan(0);
    expect(count('soundings_queue_depth', { queue: 'requests' })).toBe(0);
    expect(count('process_resident_memory_bytes')).toBeGreaterThan(10_000_000);
    expect([...samples.keys()].filter((key) => key.includes('other'))).toEqual([]);

    const people = [bea, omar, ruth].flatMap(({ id, name }) => [id, ...name.split(' ')]);
    const places = [channel.id, 'care-review', 'Eastmarsh', workspace.teamId, workspace.botUserId, dataDir];
    const secrets = [workspace.botToken, workspace.appToken, workspace.signingSecret];
    // Whole, or joined: three digits of it alone turn up in the times.
    const words = ['Kestrel', BLOCKED, BLOCKED.replaceAll(' ', ''), 'aged 14', 'funding'];
    for (const told of [text, lines.join('\n')]) {
      expect(told.length).toBeGreaterThan(100);
      const found = [...people, ...places, ...secrets, ...words].filter((one) => told.includes(one));
      expect(found).toEqual([]);
    }
    expect(text).not.toMatch(/\b[UCTVB]0\d{7}\b|\b\d{10}\.\d{6}\b/);
  });
});
