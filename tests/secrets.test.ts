import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { everyFileUnder, openedConsultation, recorded } from './office.ts';

/** A log that keeps all it is given, down to the least. */
function keptLog() {
  const lines: string[] = [];
  return { lines, log: createLog('trace', { write: (line) => void lines.push(line) }) };
}

describe.each(['http', 'socket'] as const)('in %s mode', (mode) => {
  it('no token or secret is in a log line, a stored file or a message, also when everything goes wrong', async () => {
    const { lines, log } = keptLog();
    const there = await openedConsultation({ mode, log });
    const { workspace, channel, bea, ruth, thread, dataDir } = there;
    const ts = bea.replies(channel, thread('Funding'), 'We recommend multi-year settlements.');
    await recorded(there, ts);
    workspace.failNext('views.open', { error: 'invalid_auth' });
    workspace.failNext('chat.postEphemeral', { status: 500 });
    await ruth.types(channel, '/soundings settings');
    await workspace.until(
      () => lines.some((line) => line.includes('A request failed')),
      'the failure to be logged',
    );
    await ruth.types(channel, '/soundings draft');
    await workspace.until(() => workspace.filesIn(channel)[0], 'the working draft');
    await there.app.stop();

    const secrets = [workspace.botToken, workspace.signingSecret, workspace.appToken];
    expect(lines.length).toBeGreaterThan(0);
    const told = [...lines, await everyFileUnder(dataDir), JSON.stringify(workspace.messages(channel))].join(
      '\n',
    );
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(8);
      expect(told).not.toContain(secret);
    }
    expect(lines.join('\n')).not.toContain('multi-year');
  });
});
