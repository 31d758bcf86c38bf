import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, readStoreConfig, settingNames } from '../src/config.ts';
import { SetupError } from '../src/domain/errors.ts';

const least = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret' };

function complaints(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof SetupError) return error.message;
    throw error;
  }
  return '';
}

describe('the settings', () => {
  it('are HTTP mode on port 3000 with the least that is needed', () => {
    expect(readConfig(least)).toEqual({
      botToken: 'xoxb-1',
      connection: { kind: 'http', signingSecret: 'secret' },
      port: 3000,
      slackApiUrl: null,
      dataDir: 'data',
      databaseUrl: null,
      templatesDir: 'templates',
      timeZone: 'Europe/London',
      logLevel: 'info',
    });
  });

  it('choose Socket Mode when there is an app token', () => {
    const { connection } = readConfig({ ...least, SLACK_APP_TOKEN: 'xapp-1' });
    expect(connection).toEqual({ kind: 'socket', appToken: 'xapp-1' });
  });

  it('count an empty line as not set', () => {
    expect(readConfig({ ...least, SLACK_APP_TOKEN: '', PORT: ' ' }).port).toBe(3000);
  });

  it('are complained of all at once, each by its name', () => {
    const said = complaints({
      SLACK_BOT_TOKEN: 'token',
      PORT: 'http',
      TIME_ZONE: 'London',
      LOG_LEVEL: 'loud',
      SLACK_API_URL: 'ftp://x',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
      'PORT',
      'TIME_ZONE',
      'LOG_LEVEL',
      'SLACK_API_URL',
    ]) {
      expect(said).toContain(name);
    }
  });

  it('never say a token in a complaint', () => {
    expect(complaints({ SLACK_BOT_TOKEN: 'sekret-token', SLACK_SIGNING_SECRET: 's' })).not.toContain(
      'sekret',
    );
  });

  it('choose PostgreSQL when there is its address, and refuse what is none without repeating it', () => {
    const databaseUrl = 'postgres://soundings:sekret@localhost:5432/soundings';
    for (const url of [databaseUrl, databaseUrl.replace('postgres', 'PostgreSQL')])
      expect(readConfig({ ...least, DATABASE_URL: url }).databaseUrl).toBe(url);
    const said = complaints({ ...least, DATABASE_URL: 'mysql://soundings:sekret@localhost/soundings' });
    expect(said).toMatch(/DATABASE_URL must be an address such as postgres:/);
    expect(said).not.toContain('sekret');
  });

  it('of the store alone need nothing of Slack', () => {
    expect(readStoreConfig({ DATABASE_URL: ' ' })).toEqual({ dataDir: 'data', databaseUrl: null });
    expect(() => readStoreConfig({ DATABASE_URL: 'here' })).toThrow(SetupError);
  });

  it('are those of .env.example and of the table in docs/running.md, no more and no fewer', () => {
    const named = (pattern: RegExp, file: string) =>
      [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name);
    expect(named(/^(?:# )?([A-Z_]+)=/gm, '.env.example')).toEqual(settingNames);
    expect(named(/^\| `([A-Z_]+)` \|/gm, 'docs/running.md')).toEqual(settingNames);
  });

  it('are told in .env.example with what holds where they are not set', () => {
    const example = readFileSync('.env.example', 'utf8');
    const shown = [...example.matchAll(/^# ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
    const { SLACK_API_URL, DATABASE_URL, ...usual } = Object.fromEntries(shown);
    expect(Object.keys(usual)).toEqual(['PORT', 'DATA_DIR', 'TEMPLATES_DIR', 'TIME_ZONE', 'LOG_LEVEL']);
    expect(readConfig({ ...least, ...usual })).toEqual(readConfig(least));
    expect(readConfig({ ...least, SLACK_API_URL, DATABASE_URL })).toMatchObject({
      slackApiUrl: SLACK_API_URL,
      databaseUrl: DATABASE_URL,
    });
  });
});
