import { rename } from 'node:fs/promises';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { office, openedConsultation, recorded } from '../office.ts';
import { formInHand } from '../slack/form-in-hand.ts';
import { freshDatabase } from '../store/postgres/fresh-database.ts';
import { run } from '../store/postgres/run.ts';
import { scrape } from './scrape.ts';

type App = { address: string };

/** What a probe answers: its status and its JSON. */
async function asked({ address }: App, path: string): Promise<[status: number, body: unknown]> {
  const answer = await fetch(new URL(path, address));
  expect(answer.headers.get('content-type')).toBe('application/json');
  return [answer.status, await answer.json()];
}

const ready = [200, { status: 'ready' }];
const notReady = (reason: RegExp) => [503, { status: 'not ready', reasons: [expect.stringMatching(reason)] }];
const becomes = (app: App, answer: unknown[]) =>
  eventually(async () => expect(await asked(app, '/ready')).toEqual(answer), {
    interval: 5,
  });

const partsOf = async ({ address }: App) => {
  const { samples } = await scrape(address);
  return ['slack', 'store'].map((part) => samples.get(`soundings_ready{part="${part}"}`));
};

describe.each(['http', 'socket'] as const)('in %s mode', (mode) => {
  it('answers that it is up, and ready, and nothing else', async () => {
    const { app } = await office({ mode });
    expect(await asked(app, '/health')).toEqual([200, { status: 'ok' }]);
    expect(await asked(app, '/ready')).toEqual(ready);
    expect(await asked(app, '/ready?verbose=1')).toEqual(ready);
    expect(await partsOf(app)).toEqual([1, 1]);
    expect((await fetch(new URL('/metrics/more', app.address))).status).toBe(404);
    expect((await fetch(new URL('/metrics', app.address), { method: 'POST' })).status).toBe(404);
  });

  it.each(['//', '//[', '/%', '*', 'http://', '/?%'])(
    'goes on answering after a request for %s',
    async (path) => {
      const { app } = await office({ mode });
      const { hostname, port } = new URL(app.address);
      const socket = connect(Number(port), hostname);
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
      expect(String(Buffer.concat(await socket.toArray()))).toMatch(/^HTTP\/1\.1 [45]/);
      expect(await asked(app, '/health')).toEqual([200, { status: 'ok' }]);
    },
  );

  it('is not ready while nothing can be written, is still up, and says once in the log what the store said', async () => {
    const said: string[] = [];
    const log = {
      info: () => undefined,
      warn: (what: string) => void said.push(what),
      error: (what: string, error: unknown) => void said.push(`${what}: ${Object(error).code}`),
    };
    const { app, dataDir } = await office({ mode, log });
    await rename(dataDir, `${dataDir}-away`);
    expect(await asked(app, '/ready')).toEqual(notReady(/store takes no changes/));
    expect(await asked(app, '/ready')).toEqual(notReady(/store takes no changes/));
    expect(await partsOf(app)).toEqual([1, 0]);
    expect(await asked(app, '/health')).toEqual([200, { status: 'ok' }]);
    await rename(`${dataDir}-away`, dataDir);
    expect(await asked(app, '/ready')).toEqual(ready);
    expect(said).toEqual(['The store takes no changes: ENOENT', 'The store takes changes again']);
  });

  it('is not ready from the moment that it is told to stop', async () => {
    const there = await openedConsultation({ mode });
    const { sent } = await formInHand(there);
    // HTTP mode: a connection that is open already is all that a stopping server still answers.
    const stopped = there.app.stop();
    if (mode === 'socket') expect(await asked(there.app, '/ready')).toEqual(notReady(/starting or stopping/));
    else await expect(asked(there.app, '/ready')).rejects.toThrow('fetch failed');
    await Promise.all([sent, stopped]);
  });
});

it('is not ready while the connection to Slack is lost, and ready again once it is back', async () => {
  const there = await openedConsultation({
    mode: 'socket',
    reconnectMs: 700,
    expects: ['Slack library error'],
  });
  const { workspace, app, bea, channel, thread } = there;
  workspace.socket.cut();
  await becomes(app, notReady(/Slack is not connected/));
  expect(await partsOf(app)).toEqual([0, 1]);
  await becomes(app, ready);
  await recorded(there, bea.replies(channel, thread('Funding'), 'Said after it came back'));
});

it('is not ready while PostgreSQL takes no changes, as a standby does not', async () => {
  const databaseUrl = await freshDatabase();
  // What the start still does in the background may lose its connection too.
  const expects = ['The store takes no changes', 'expire words', 'reconcile all'];
  const { app } = await office({ databaseUrl, expects });
  expect(await asked(app, '/ready')).toEqual(ready);
  const name = new URL(databaseUrl).pathname.slice(1);
  const becomeReadOnly = (value: 'on' | 'off') =>
    run(
      databaseUrl,
      'set default_transaction_read_only to off',
      `alter database ${name} set default_transaction_read_only to ${value}`,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  await becomeReadOnly('on');
  await becomes(app, notReady(/store takes no changes/));
  await becomeReadOnly('off');
  await becomes(app, ready);
});

it('is not ready while PostgreSQL answers and commits no change', async () => {
  const databaseUrl = await freshDatabase();
  const { app } = await office({ databaseUrl, expects: ['The store takes no changes'] });
  await run(
    databaseUrl,
    `create function public.no_room() returns trigger language plpgsql as
      $$ begin raise exception 'no space left on device'; end $$`,
    `do $$ declare name text; begin
      for name in select tablename from pg_tables where schemaname = 'soundings' loop
        execute format('create constraint trigger no_room after insert or update on soundings.%I
          deferrable initially deferred for each row execute function public.no_room()', name);
      end loop;
    end $$`,
  );
  expect(await asked(app, '/ready')).toEqual(notReady(/store takes no changes/));
  await run(databaseUrl, 'drop function public.no_room cascade');
  expect(await asked(app, '/ready')).toEqual(ready);
});
