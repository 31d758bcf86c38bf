import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('tells an error by name, code and place, and leaves its message out: it may quote what a person typed', () => {
    const said = 'A child called';
    const line = logged((log) => {
      try {
        JSON.parse(said);
      } catch (error) {
        log.error('A form could not be read', error, { reference: 'abc' });
      }
    });
    expect(line).toContain('SyntaxError');
    expect(line).toContain('log.test.ts');
    expect(line).toContain('"reference":"abc"');
    expect(line).not.toContain('child');
  });

  it('takes no line of a message for a place', () => {
    const error = new Error('first\n    at a child called\n    at school');
    expect(logged((log) => log.error('A request failed', error))).not.toMatch(/child|school/);
  });

  it('names what Slack refused, and the cause beneath an error', () => {
    const cause = Object.assign(new Error('secret'), {
      data: { error: 'channel_not_found' },
      code: 'slack_webapi_platform_error',
    });
    const line = logged((log) => log.error('A request failed', new Error('secret', { cause })));
    expect(line).toContain('channel_not_found');
    expect(line).toContain('slack_webapi_platform_error');
    expect(line).not.toContain('secret');
  });

  it('survives what is no error', () => {
    expect(logged((log) => log.error('Odd', 'words'))).toContain('"name":"string"');
  });
});
