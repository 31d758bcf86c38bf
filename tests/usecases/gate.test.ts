import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/domain/errors.ts';
import { OWN_REPLY, refusals } from '../../src/domain/permissions.ts';
import { offerConsultations } from '../../src/usecases/offer-consultations.ts';
import { openContribution } from '../../src/usecases/open-contribution.ts';
import { seeConsultation } from '../../src/usecases/see-consultation.ts';
import { useCases } from '../../src/usecases/use-case.ts';
import { withdrawContribution } from '../../src/usecases/withdraw-contribution.ts';
import { type Attempt, consultationIn, contributionOf, heldBy, MEMBERS, meet, type Scene } from './cast.ts';
import { doors } from './doors.ts';
import { realDeps } from './real-deps.ts';

/** What only Slack or the clock asks for; offerConsultations asks the gate about each consultation. */
const onNobodysBehalf = [
  'announceConsultation',
  'deleteExport',
  'deleteExports',
  'eraseData',
  'erasedMeanwhile',
  'erasedReactors',
  'erasuresUntilNow',
  'expireWords',
  'exportsHolding',
  'exportsMadeOf',
  'isErasedByAuthor',
  'keepDocument',
  'learnNames',
  'markMissing',
  'noteReading',
  'offerConsultations',
  'passOver',
  'reconcileAdded',
  'reconcileThread',
  'recordFound',
  'recordOf',
  'recordReaction',
  'recordReply',
  'remindPerson',
  'removeReply',
  'sendReminders',
  'takeIn',
  'tellHeld',
  'tellLateConcern',
  'tellReviewer',
  'tellReviewers',
];

/** What the gate itself says, whatever is asked. */
const REFUSALS = new Set<string>([
  ...Object.values(refusals),
  OWN_REPLY,
  'This message is not recorded in a consultation. Use “Add to consultation” to bring it into one.',
]);

const everythingOf = async ({ deps, workspace }: Scene) =>
  Promise.all(
    (await deps.store.listConsultations(workspace.teamId)).map(async (consultation) => ({
      consultation,
      contributions: await deps.store.listContributions(consultation.id),
      actions: await deps.store.listActions(consultation.id),
      lastExport: await deps.store.findLastExport(consultation.id),
      reminders: await deps.store.listReminders(consultation.id),
    })),
  );

/** The names of those who get through; whoever is refused reads a refusal, and leaves everything as it was. */
async function thoseWhoGetIn(attempt: Attempt): Promise<string[]> {
  const met = await meet();
  const scene = { ...met, deps: await realDeps(met.workspace) };
  const through = [];
  for (const [name, actor] of Object.entries(scene.cast)) {
    const run = await attempt(scene, actor);
    const before = await everythingOf(scene);
    const refusal = await run().then(
      () => null,
      (error: unknown) => error,
    );
    if (refusal === null) {
      through.push(name);
      continue;
    }
    expect(refusal, name).toBeInstanceOf(UserError);
    expect(REFUSALS, name).toContain((refusal as UserError).message);
    expect(await everythingOf(scene), name).toEqual(before);
  }
  return through;
}

describe('who gets through the gate', () => {
  it.each(doors.map(([, name, allowed, attempt]) => ({ name, allowed, attempt })))(
    '$name: $allowed',
    async ({ allowed, attempt }) => {
      expect(await thoseWhoGetIn(attempt)).toEqual(allowed);
    },
  );

  it('is tried for every use case there is, by one who may and one who may not', async () => {
    const folder = new URL('../../src/usecases/', import.meta.url);
    const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const exported = await Promise.all(
      names.map(async (name) => Object.entries<unknown>(await import(new URL(name, folder).pathname))),
    );
    const all = exported
      .flat()
      .filter(([, run]) => typeof run === 'function' && useCases.has(run))
      .map(([name, run]) => ({ name, run }));
    expect(all.length).toBeGreaterThan(30);
    const untried = all.filter(
      ({ name, run }) => !onNobodysBehalf.includes(name) && !doors.some(([door]) => door === run),
    );
    expect(untried.map(({ name }) => name)).toEqual([]);
    for (const { name, run } of all.filter((one) => !onNobodysBehalf.includes(one.name))) {
      const allowed = doors.filter(([door]) => door === run).map(([, , people]) => people.length);
      expect(Math.max(...allowed), name).toBeGreaterThan(0);
    }
    expect(onNobodysBehalf.filter((name) => !all.some((one) => one.name === name))).toEqual([]);
  });

  it('is asked of each consultation that a message can be added to', async () => {
    const met = await meet();
    const scene = { ...met, deps: await realDeps(met.workspace) };
    await consultationIn(scene);
    const offered = [];
    for (const [name, actor] of Object.entries(scene.cast)) {
      if ((await offerConsultations(scene.deps, { actor })).length > 0) offered.push(name);
    }
    expect(offered).toEqual(MEMBERS);
  });

  it('is shut to all while Slack does not say who they are, or who is in the channel', async () => {
    const met = await meet();
    for (const method of ['users.info', 'conversations.members']) {
      const scene = { ...met, deps: await realDeps(met.workspace) };
      const { id } = await consultationIn(scene);
      for (const actor of Object.values(scene.cast).slice(0, 3)) {
        met.workspace.failNext(method, { error: 'internal_error' });
        await expect(seeConsultation(scene.deps, actor, { consultationId: id })).rejects.toThrow(
          'Slack did not say who you are',
        );
      }
    }
  });

  it('says the same to who is not in the channel of a message that is recorded and of one that is not', async () => {
    const met = await meet();
    const scene = { ...met, deps: await realDeps(met.workspace) };
    const recorded = await contributionOf(scene, scene.inside.contributor.id);
    const { key: held } = await heldBy(scene, scene.inside.contributor.id);
    const unknown = { ...recorded, messageTs: '1790000000.000900' };
    const answers = [recorded, held, unknown].flatMap((key) =>
      [openContribution, withdrawContribution].map((run) =>
        run(scene.deps, scene.admin, { key }).catch(({ message }) => message),
      ),
    );
    expect(new Set(await Promise.all(answers)).size).toBe(1);
    expect(await answers[0]).toContain('not recorded in a consultation');
  });

  it('says the same of a consultation that is not there and of one that is not yours', async () => {
    const met = await meet();
    const scene = { ...met, deps: await realDeps(met.workspace) };
    const { id } = await consultationIn(scene);
    const outsider = scene.admin;
    const answers = await Promise.all(
      [id, 'V0NONE', '__proto__', 'constructor', '../secrets', ''].map((consultationId) =>
        seeConsultation(scene.deps, outsider, { consultationId }).catch(({ message }) => message),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([refusals['consultation.see']]));
  });
});
