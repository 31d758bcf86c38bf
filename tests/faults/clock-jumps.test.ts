import { expect, it } from 'vitest';
import { office, opens, startApp } from '../office.ts';
import { kept } from './kept.ts';
import { untruths } from './truth.ts';

const HOUR_MS = 60 * 60 * 1_000;

it.each([
  ['back', -HOUR_MS],
  ['forth', HOUR_MS],
])(
  'a clock that jumps an hour %s loses nothing, doubles no post and takes nothing for gone',
  async (_where, jump) => {
    let ahead = 0;
    const now = () => new Date(Date.now() + ahead);
    const there = await office({ now });
    const { workspace, app, dataDir, bea, omar, channel } = there;
    ahead = jump;
    workspace.failNext('chat.postMessage', 'lost');
    const { thread } = await opens(there);
    expect(workspace.messages(channel)).toHaveLength(5);

    const threads = ['Funding', 'Workforce'].map(thread);
    const said = threads.map((ts) => bea.replies(channel, ts, 'Before the jump back'));
    await workspace.settled();
    ahead = 0;
    for (const ts of said) bea.edits(channel, ts, 'Mended after it');
    for (const ts of threads) omar.replies(channel, ts, 'Said after it');
    await workspace.settled();
    ahead = jump;
    await app.stop();
    const readBefore = workspace.calls('conversations.replies').length;
    await startApp(workspace, dataDir, { now });
    await workspace.until(
      () => workspace.calls('conversations.replies').length >= readBefore + 4,
      'every thread to be read',
    );
    const record = await kept({ dataDir, databaseUrl: null }, workspace.teamId);
    expect(untruths(workspace, channel, threads, record)).toEqual([]);
  },
);
