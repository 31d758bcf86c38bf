import { describe, expect, it } from 'vitest';
import type { Deps } from '../../src/usecases/deps.ts';
import { eraseData } from '../../src/usecases/erase-data.ts';
import { recordReply } from '../../src/usecases/record-reply.ts';
import { consultation, reply } from '../domain/sample.ts';
import { latch } from '../latch.ts';
import { emptyWorkspace } from '../office.ts';
import { realDeps } from './real-deps.ts';

const WORDS = 'The early help hub closed its doors.';
const until = '2030-01-01T00:00:00.000Z';

async function opened() {
  const standIn = await emptyWorkspace();
  const deps = await realDeps(standIn);
  const { teamId } = deps.workspace;
  const [pack] = deps.packs;
  const added = await deps.store.addConsultation({
    ...consultation,
    teamId,
    packId: pack?.id ?? '',
    version: 0,
    expiredAt: null,
    lateNoticeTo: [reply('').authorId, 'UOTHER'],
  });
  return { deps, said: { ...reply(WORDS), teamId }, id: added.id };
}

/** The same, but a contribution is written only when the test says so. */
function paused(deps: Deps) {
  const gate = latch();
  const reached = latch();
  const store: Deps['store'] = {
    ...deps.store,
    async changeContribution(...change) {
      reached.open();
      await gate.opened;
      return deps.store.changeContribution(...change);
    },
  };
  return { deps: { ...deps, store }, reached: reached.opened, goOn: gate.open };
}

describe('an erasure', () => {
  it('reaches a reply that is written only after it looked', async () => {
    const { deps, said, id } = await opened();
    const slow = paused(deps);
    const recording = recordReply(slow.deps, said);
    await slow.reached;
    const leaver = { userId: said.authorId, until, by: said.authorId };
    expect(await eraseData(deps, leaver)).toMatchObject({ contributions: 0 });
    slow.goOn();
    expect(await recording).toEqual({ outcome: 'not ours' });
    expect(await deps.store.listContributions(id)).toMatchObject([
      { state: 'erased', text: '', authorId: '' },
    ]);
    expect(await deps.store.placesHolding([WORDS])).toEqual([]);
  });

  it('that was broken off can be asked for again: it still knows what to look for', async () => {
    const { deps, said, id } = await opened();
    const { teamId } = deps.workspace;
    await deps.store.savePerson({ teamId, userId: said.authorId, name: 'Asha Okafor', erasedAt: null });
    await recordReply(deps, said);
    await deps.exports.keep('2026-11-21-elsewhere.md', `Somebody said: ${WORDS}`);
    const order = { userId: said.authorId, until, by: 'UADMIN' };
    const failing = {
      ...deps.store,
      changeContribution: async () => Promise.reject(new Error('the disk is full')),
    };
    await expect(eraseData({ ...deps, store: failing }, order)).rejects.toThrow('the disk is full');
    await deps.exports.keep('2026-11-22-elsewhere.md', `Asha Okafor said: ${WORDS}`);
    expect(await eraseData(deps, order)).toMatchObject({ contributions: 1, deletedFiles: 1, stillIn: [] });
    expect(await deps.exports.list()).toEqual([]);
    expect(await deps.store.findPerson(teamId, said.authorId)).toMatchObject({ name: '', erasedAt: until });
    expect(await deps.store.findConsultation(id)).toMatchObject({ lateNoticeTo: ['UOTHER'] });
  });

  it('never moves back to an earlier time', async () => {
    const { deps, said } = await opened();
    const order = { userId: said.authorId, until, by: 'UADMIN' };
    await eraseData(deps, order);
    await eraseData(deps, { ...order, until: '2026-01-01T00:00:00.000Z' });
    const { teamId } = deps.workspace;
    expect(await deps.store.findPerson(teamId, said.authorId)).toMatchObject({ erasedAt: until });
  });
});
