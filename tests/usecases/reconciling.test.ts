import { describe, expect, it } from 'vitest';
import type { Deps } from '../../src/usecases/deps.ts';
import { reconcileAdded } from '../../src/usecases/reconcile-added.ts';
import { reconcileThread } from '../../src/usecases/reconcile-thread.ts';
import { recordReply } from '../../src/usecases/record-reply.ts';
import { emptyWorkspace } from '../office.ts';
import { aConsultation, aContribution, keyOf } from '../store/records.ts';
import { realDeps } from './real-deps.ts';

/** A consultation with one thread, and one who replies in it; Slack tells the app nothing by itself. */
async function thread() {
  const workspace = await emptyWorkspace();
  const bea = workspace.addPerson({ name: 'Bea Lindqvist' });
  const channel = workspace.addChannel({ name: 'care-review', members: [bea] });
  const root = bea.posts(channel, 'Funding');
  const deps = await realDeps(workspace);
  const consultation = await deps.store.addConsultation(
    aConsultation({
      teamId: workspace.teamId,
      channelId: channel.id,
      deadline: '2031-03-31T17:00:00.000Z',
      themes: [{ id: 'funding', title: 'Funding', threadTs: root }],
    }),
  );
  const found = async (ts: string) => {
    const message = await deps.workspace.readMessage(channel.id, ts, root);
    if (message === null) throw new Error('It is not there.');
    return message.reply;
  };
  const record = async (ts: string, by: Deps = deps) => recordReply(by, await found(ts));
  const read = (by: Deps = deps) =>
    reconcileThread(by, { consultationId: consultation.id, channelId: channel.id, threadTs: root });
  const texts = async () =>
    (await deps.store.listContributions(consultation.id)).map(({ text, state }) => [text, state]);
  return { workspace, bea, channel, root, deps, consultation, found, record, read, texts };
}

describe('a reading of a thread', () => {
  const clocks = ['2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z'].map((at) => new Date(at));

  it.each(clocks)(
    'takes nothing for gone that another process records meanwhile, its own clock being at %s',
    async (clock) => {
      const { bea, channel, root, deps, record, read, texts } = await thread();
      const gone = bea.replies(channel, root, 'Gone before');
      await record(gone);
      await record(bea.replies(channel, root, 'Still there'));
      bea.deletes(channel, gone);
      await read({
        ...deps,
        now: () => clock,
        workspace: {
          ...deps.workspace,
          async *readThread(...asked) {
            yield* deps.workspace.readThread(...asked);
            await record(bea.replies(channel, root, 'Said meanwhile'));
          },
        },
      });
      expect(await texts()).toEqual([
        ['Gone before', 'missing'],
        ['Still there', 'standing'],
        ['Said meanwhile', 'standing'],
      ]);
    },
  );

  it('asks nobody’s names of the store, and writes nothing, when it finds all as it was', async () => {
    const { bea, channel, root, deps, workspace, record, read } = await thread();
    const cy = workspace.addPerson({ name: 'Cy' });
    cy.joins(channel);
    const said = bea.replies(channel, root, 'Endorsed');
    cy.reacts(channel, said, '+1');
    await record(said);
    await read();
    const asked: string[] = [];
    const store = new Proxy(deps.store, {
      get(kept, name: keyof Deps['store']) {
        asked.push(name);
        return kept[name];
      },
    });
    await read({ ...deps, store });
    expect(asked.filter((name) => name.includes('eople'))).toEqual([]);
    expect(asked.filter((name) => name === 'changeContribution')).toHaveLength(1);
    expect((await deps.store.findContribution(await recordedKey(deps)))?.endorsers).toEqual([cy.id]);
  });
});

const recordedKey = async ({ store }: Deps) => {
  const [one] = await store.listContributions('care-review');
  if (one === undefined) throw new Error('Nothing is recorded.');
  return keyOf(one);
};

describe('messages that were added from elsewhere', () => {
  it('are all read again, also when Slack asks to slow down in the middle', async () => {
    const { workspace, bea, deps, consultation, texts } = await thread();
    const elsewhere = workspace.addChannel({ name: 'elsewhere', members: [bea] });
    for (let n = 0; n < 5; n += 1) {
      const messageTs = bea.posts(elsewhere, `Before ${n}`);
      const added = aContribution({
        teamId: workspace.teamId,
        channelId: elsewhere.id,
        threadTs: messageTs,
        messageTs,
        authorId: bea.id,
        text: `Before ${n}`,
      });
      await deps.store.changeContribution(consultation.id, added, () => added);
      bea.edits(elsewhere, messageTs, `After ${n}`);
    }
    workspace.failNext('conversations.replies', { rateLimited: 1 }, 2);
    await reconcileAdded(deps, { consultation });
    expect(await texts()).toEqual([0, 1, 2, 3, 4].map((n) => [`After ${n}`, 'standing']));
  });
});
