import { describe, expect, it } from 'vitest';
import type { Consultation } from '../../src/domain/consultation.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { eraseData } from '../../src/usecases/erase-data.ts';
import { expireWords } from '../../src/usecases/expire-words.ts';
import { exportAudit } from '../../src/usecases/export-audit.ts';
import { exportDocument } from '../../src/usecases/export-document.ts';
import { aContribution } from '../store/records.ts';
import { contributionOf, meet, type Scene } from './cast.ts';
import { realDeps } from './real-deps.ts';

const UNTIL = '2030-01-01T00:00:00.000Z';

async function scene(now = () => new Date('2026-11-21T10:00:00Z')): Promise<Scene> {
  const met = await meet();
  return { ...met, deps: await realDeps(met.workspace, now) };
}

const lead = ({ inside, workspace }: Scene) => ({ userId: inside.lead.id, teamId: workspace.teamId });

const made = async (there: Scene, { id }: Consultation, format: 'markdown' | 'draft' | 'json' | 'paste') =>
  exportDocument(there.deps, lead(there), { consultationId: id, format, begin: async () => undefined });

const audited = async (there: Scene, { id }: Consultation) =>
  JSON.parse((await exportAudit(there.deps, lead(there), { consultationId: id })).content);

/** A consultation with one reply of somebody's; all have the same title, organisation and day. */
async function saying(there: Scene, authorId: string, text: string): Promise<Consultation> {
  const { consultationId } = await contributionOf(there, authorId, { text });
  const found = await there.deps.store.findConsultation(consultationId);
  if (found === null) throw new Error('There is no consultation.');
  return found;
}

async function alsoSays({ deps }: Scene, consultation: Consultation, authorId: string, text: string) {
  const { id: consultationId, teamId, channelId } = consultation;
  const messageTs = '1790100000.000100';
  const added = aContribution({ consultationId, teamId, channelId, messageTs, authorId, text });
  await deps.store.changeContribution(consultationId, added, () => added);
}

const noted = async ({ deps }: Scene, { id }: Consultation) =>
  (await deps.store.listActions(id)).map(({ what, on, by }) => [what, on, by]);

describe('two consultations with the same title, organisation and day', () => {
  it('keep their files apart, and each its own under the ordinary name or one of its own', async () => {
    const there = await scene();
    const bea = there.inside.contributor.id;
    const one = await saying(there, bea, 'The hub in Northgate closed early.');
    const other = await saying(there, bea, 'Caseloads should be capped at fifteen.');
    const first = await made(there, one, 'markdown');
    const second = await made(there, other, 'markdown');
    expect(first.fileName).toBe('2026-11-21-eastmarsh-council-our-response.md');
    expect(second.fileName).toMatch(/^2026-11-21-eastmarsh-council-our-response-[0-9a-f]{8}\.md$/);
    expect((await made(there, one, 'markdown')).fileName).toBe(first.fileName);
    expect((await made(there, other, 'markdown')).fileName).toBe(second.fileName);
    expect(await there.deps.exports.read(first.fileName)).toBe(first.content);
    expect((await audited(there, one)).finalTexts).toMatchObject([{ isAsMade: true, text: first.content }]);
    expect((await audited(there, other)).finalTexts).toMatchObject([
      { isAsMade: true, text: second.content },
    ]);
  });

  it('keep them apart also when both are made at once', async () => {
    const there = await scene();
    const all = await Promise.all(
      [1, 2, 3].map((n) => saying(there, there.inside.contributor.id, `No ${n}`)),
    );
    const files = await Promise.all(all.map((one) => made(there, one, 'draft')));
    expect(new Set(files.map(({ fileName }) => fileName)).size).toBe(3);
  });

  it('show nothing of each other where a file is no longer what was noted', async () => {
    const there = await scene();
    const one = await saying(there, there.inside.contributor.id, 'The hub in Northgate closed early.');
    const { fileName } = await made(there, one, 'markdown');
    await there.deps.exports.keep(fileName, 'What another consultation says.');
    expect((await audited(there, one)).finalTexts).toMatchObject([{ isAsMade: false, text: null }]);
  });
});

describe('an erasure', () => {
  const erases = async ({ deps, admin }: Scene, userId: string) =>
    eraseData(deps, { userId, until: UNTIL, by: admin.userId });

  it('deletes what is internal where they said something, and of what was sent what printed them', async () => {
    const there = await scene();
    const { contributor, approver } = there.inside;
    const one = await saying(there, contributor.id, 'Fund CAMHS.');
    await alsoSays(there, one, approver.id, 'Universal services come first for all of us.');
    const files = [];
    for (const format of ['draft', 'json', 'paste', 'markdown'] as const)
      files.push((await made(there, one, format)).fileName);
    const [draft, json, paste, submission] = files;
    const others = await made(there, await saying(there, approver.id, 'Early help comes first.'), 'draft');
    await erases(there, contributor.id);
    expect(await there.deps.exports.list()).toEqual([others.fileName, paste].toSorted());
    const gone = [draft, json, submission].map((fileName) => [
      'deleted export',
      fileName,
      there.admin.userId,
    ]);
    expect(await noted(there, one)).toEqual(expect.arrayContaining(gone));
    expect((await there.deps.store.findLastExport(one.id))?.printed).toHaveLength(1);
  });

  it('leaves a submission of their consultation in which nothing of theirs is', async () => {
    const there = await scene();
    const { contributor, approver } = there.inside;
    const one = await saying(there, approver.id, 'Universal services come first for all of us.');
    const submission = await made(there, one, 'markdown');
    await alsoSays(there, one, contributor.id, 'Said after the submission was made.');
    const draft = await made(there, one, 'draft');
    await erases(there, contributor.id);
    expect(await there.deps.exports.list()).toEqual([submission.fileName]);
    expect(await noted(there, one)).toContainEqual(['deleted export', draft.fileName, there.admin.userId]);
  });

  it('leaves another consultation’s files of the same day and title', async () => {
    const there = await scene();
    const { contributor, approver } = there.inside;
    const theirs = await saying(there, contributor.id, 'The hub in Northgate closed early.');
    const others = await saying(there, approver.id, 'Caseloads should be capped at fifteen.');
    await made(there, theirs, 'draft');
    const draft = await made(there, others, 'draft');
    await erases(there, contributor.id);
    expect(await there.deps.exports.list()).toEqual([draft.fileName]);
  });
});

describe('a kept file', () => {
  it('is noted before it is there, so that no crash leaves one that nobody knows', async () => {
    const there = await scene();
    const one = await saying(there, there.inside.contributor.id, 'The hub in Northgate closed early.');
    const order: string[] = [];
    const { store, exports } = there.deps;
    const deps: Deps = {
      ...there.deps,
      exports: {
        ...exports,
        keep: async (...file) => {
          order.push(...(await store.listActions(one.id)).map(({ what }) => what));
          return exports.keep(...file);
        },
      },
    };
    await made({ ...there, deps }, one, 'draft');
    expect(order).toEqual(['exported']);
  });

  it('that goes with “Keep words for” is noted as deleted, by nobody', async () => {
    let now = new Date('2026-11-21T10:00:00Z');
    const there = await scene(() => now);
    const one = await saying(there, there.inside.contributor.id, 'The hub in Northgate closed early.');
    const draft = await made(there, one, 'draft');
    now = new Date('2040-01-01T10:00:00Z');
    await expireWords(there.deps, {});
    expect(await noted(there, one)).toContainEqual(['deleted export', draft.fileName, null]);
  });
});
