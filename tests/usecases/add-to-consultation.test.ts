import { expect, test } from 'vitest';
import { addToConsultation } from '../../src/usecases/add-to-consultation.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { eraseData } from '../../src/usecases/erase-data.ts';
import { expireWords } from '../../src/usecases/expire-words.ts';
import { latch } from '../latch.ts';
import { consultationIn, meet } from './cast.ts';
import { realDeps } from './real-deps.ts';

const WORDS = 'The early help hub closed its doors.';
const UNTIL = '2099-01-01T00:00:00.000Z';

/** A colleague adds a message; its author is being told, and the test says when that is done. */
async function adding() {
  let now = new Date('2026-11-21T10:00:00Z');
  const met = await meet();
  const deps = await realDeps(met.workspace, () => now);
  const { id } = await consultationIn({ ...met, deps });
  const messageTs = met.inside.contributor.posts(met.channel, WORDS);
  const telling = latch();
  const told = latch();
  const slow: Deps = {
    ...deps,
    workspace: {
      ...deps.workspace,
      async tellAdded(...message) {
        telling.open();
        await told.opened;
        return deps.workspace.tellAdded(...message);
      },
    },
  };
  const actor = { userId: met.inside.editor.id, teamId: met.workspace.teamId };
  const place = { consultationId: id, themeId: 'funding' };
  const message = { channelId: met.channel.id, messageTs, threadTs: null };
  const added = addToConsultation(slow, actor, { ...place, ...message });
  const refused = expect(added).rejects.toThrow('not to be recorded');
  await telling.opened;
  return {
    deps,
    id,
    authorId: met.inside.contributor.id,
    laterOn: () => {
      now = new Date('2040-01-01T10:00:00Z');
    },
    goesOn: () => {
      told.open();
      return refused;
    },
  };
}

test('a message whose author is erased while they are told of it is not added', async () => {
  const { deps, id, authorId, goesOn } = await adding();
  await eraseData(deps, { userId: authorId, until: UNTIL, by: authorId });
  await goesOn();
  expect(await deps.store.listContributions(id)).toMatchObject([{ state: 'erased', text: '', authorId: '' }]);
  expect(await deps.store.placesHolding([WORDS])).toEqual([]);
});

test('nor is one whose consultation’s words go meanwhile', async () => {
  const { deps, id, laterOn, goesOn } = await adding();
  laterOn();
  await expireWords(deps, {});
  await goesOn();
  expect(await deps.store.listContributions(id)).toMatchObject([{ state: 'erased', text: '' }]);
  expect(await deps.store.placesHolding([WORDS])).toEqual([]);
});
