import type { Actor } from '../../src/domain/person.ts';
import { addToConsultation } from '../../src/usecases/add-to-consultation.ts';
import { appealHeld } from '../../src/usecases/appeal-held.ts';
import { changeSettings } from '../../src/usecases/change-settings.ts';
import { clearHeld } from '../../src/usecases/clear-held.ts';
import { closeConsultation } from '../../src/usecases/close-consultation.ts';
import { decideContribution } from '../../src/usecases/decide-contribution.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { eraseOwnData } from '../../src/usecases/erase-own-data.ts';
import { erasePerson, previewErasure } from '../../src/usecases/erase-person.ts';
import { exportAudit } from '../../src/usecases/export-audit.ts';
import { exportDocument } from '../../src/usecases/export-document.ts';
import { keepHeld } from '../../src/usecases/keep-held.ts';
import { listConsultations } from '../../src/usecases/list-consultations.ts';
import { listHeld } from '../../src/usecases/list-held.ts';
import { openConsultation } from '../../src/usecases/open-consultation.ts';
import { openContribution } from '../../src/usecases/open-contribution.ts';
import { remind } from '../../src/usecases/remind.ts';
import { reopenConsultation } from '../../src/usecases/reopen-consultation.ts';
import { seeConsultation, seeSettings } from '../../src/usecases/see-consultation.ts';
import { seeOwnData } from '../../src/usecases/see-own-data.ts';
import { showStatus } from '../../src/usecases/show-status.ts';
import { sortContribution } from '../../src/usecases/sort-contribution.ts';
import { startConsultation } from '../../src/usecases/start-consultation.ts';
import { withdrawContribution } from '../../src/usecases/withdraw-contribution.ts';
import {
  type Attempt,
  consultationIn,
  contributionOf,
  EDITORS,
  FULL_MEMBERS,
  heldBy,
  MEMBERS,
  nextId,
  OF_THIS_WORKSPACE,
  type Scene,
} from './cast.ts';

const settings = {
  title: 'Our response',
  respondingAs: 'Eastmarsh Council',
  capacity: 'organisation' as const,
  deadline: '2031-03-31T17:00:00.000Z',
  editorIds: [],
  approverIds: [],
  safeguardingReviewerId: null,
  keepMonths: 12,
  themeIds: ['funding'],
};

const onOwnConsultation =
  (run: (deps: Deps, actor: Actor, input: { consultationId: string }) => Promise<unknown>): Attempt =>
  async (scene, actor) => {
    const { id } = await consultationIn(scene);
    return () => run(scene.deps, actor, { consultationId: id });
  };

type Words = 'own words' | 'a colleague’s words';
const on = (whose: Words, { inside }: Scene, { userId }: Actor) =>
  whose === 'own words' ? userId : inside.contributor.id;

const sorting =
  (whose: Words): Attempt =>
  async (scene, actor) => {
    const key = await contributionOf(scene, on(whose, scene, actor));
    const input = { key, version: 0, kind: 'concern' as const, themeId: 'funding' };
    return () => sortContribution(scene.deps, actor, input);
  };
const withdrawing =
  (whose: Words): Attempt =>
  async (scene, actor) => {
    const key = await contributionOf(scene, on(whose, scene, actor));
    return () => withdrawContribution(scene.deps, actor, { key });
  };
const withdrawingHeld =
  (whose: Words): Attempt =>
  async (scene, actor) => {
    const { key } = await heldBy(scene, on(whose, scene, actor));
    return () => withdrawContribution(scene.deps, actor, { key });
  };
const appealing =
  (whose: Words): Attempt =>
  async (scene, actor) => {
    const held = await heldBy(scene, on(whose, scene, actor));
    return () => appealHeld(scene.deps, actor, { ...held, reason: 'It is our office' });
  };
const opening =
  (whose: Words): Attempt =>
  async (scene, actor) => {
    const key = await contributionOf(scene, on(whose, scene, actor));
    return () => openContribution(scene.deps, actor, { key });
  };
const openingHeld =
  (whose: Words): Attempt =>
  async (scene, actor) => {
    const { key } = await heldBy(scene, on(whose, scene, actor));
    return () => openContribution(scene.deps, actor, { key });
  };

const UNTIL = '2026-11-21T12:00:00.000Z';
const erasing =
  (run: (deps: Deps, actor: Actor, input: { userId: string; until: string }) => Promise<unknown>): Attempt =>
  async (scene, actor) => {
    const { id: userId } = scene.inside.contributor;
    await contributionOf(scene, userId);
    return () => run(scene.deps, actor, { userId, until: UNTIL });
  };

/** Every use case that a person can ask for, what is tried, and the whole list of those who get through. */
export const doors: [object, string, string[], Attempt][] = [
  [
    startConsultation,
    'startConsultation',
    FULL_MEMBERS,
    async ({ deps, channel }, actor) =>
      () =>
        startConsultation(deps, actor, { channelId: channel.id }),
  ],
  [
    openConsultation,
    'openConsultation',
    FULL_MEMBERS,
    async ({ deps, channel }, actor) => {
      const place = { packId: deps.packs[0]?.id ?? '', channelId: channel.id, formId: nextId() };
      return () => openConsultation(deps, actor, { ...settings, ...place });
    },
  ],
  [
    listConsultations,
    'listConsultations',
    MEMBERS,
    async ({ deps, channel }, actor) =>
      () =>
        listConsultations(deps, actor, { channelId: channel.id }),
  ],
  [seeConsultation, 'seeConsultation', MEMBERS, onOwnConsultation(seeConsultation)],
  [showStatus, 'showStatus', MEMBERS, onOwnConsultation(showStatus)],
  [seeSettings, 'seeSettings', EDITORS, onOwnConsultation(seeSettings)],
  [
    changeSettings,
    'changeSettings',
    EDITORS,
    async (scene, actor) => {
      const { id, safeguardingReviewerId } = await consultationIn(scene);
      const input = { ...settings, safeguardingReviewerId, consultationId: id, version: 0 };
      return () => changeSettings(scene.deps, actor, input);
    },
  ],
  [closeConsultation, 'closeConsultation', EDITORS, onOwnConsultation(closeConsultation)],
  [remind, 'remind', EDITORS, onOwnConsultation(remind)],
  [
    reopenConsultation,
    'reopenConsultation',
    EDITORS,
    async (scene, actor) => {
      const { id } = await consultationIn(scene, { closedAt: '2026-11-20T12:00:00.000Z' });
      return () => reopenConsultation(scene.deps, actor, { consultationId: id });
    },
  ],
  [
    exportDocument,
    'exportDocument',
    EDITORS,
    onOwnConsultation((deps, actor, input) =>
      exportDocument(deps, actor, { ...input, format: 'json', begin: async () => undefined }),
    ),
  ],
  [
    addToConsultation,
    'addToConsultation of a colleague’s message',
    MEMBERS,
    async (scene, actor) => {
      const { deps, channel, inside } = scene;
      const { id } = await consultationIn(scene);
      const messageTs = inside.contributor.posts(channel, 'Early help comes first');
      const message = { channelId: channel.id, messageTs, threadTs: null };
      return () => addToConsultation(deps, actor, { consultationId: id, themeId: 'funding', ...message });
    },
  ],
  [openContribution, 'openContribution of own words', MEMBERS, opening('own words')],
  [
    openContribution,
    'openContribution of a colleague’s words',
    [...EDITORS, 'contributor'],
    opening('a colleague’s words'),
  ],
  [openContribution, 'openContribution of own held words', MEMBERS, openingHeld('own words')],
  [
    openContribution,
    'openContribution of a colleague’s held words',
    ['contributor'],
    openingHeld('a colleague’s words'),
  ],
  [sortContribution, 'sortContribution of own words', MEMBERS, sorting('own words')],
  [
    sortContribution,
    'sortContribution of a colleague’s words',
    [...EDITORS, 'contributor'],
    sorting('a colleague’s words'),
  ],
  [
    decideContribution,
    'decideContribution on own words',
    EDITORS,
    async (scene, actor) => {
      const key = await contributionOf(scene, actor.userId);
      const { hash } = key;
      const decision = { key, version: 0, hash, inSubmission: false, reason: 'Said twice', wording: null };
      return () => decideContribution(scene.deps, actor, decision);
    },
  ],
  [withdrawContribution, 'withdrawContribution of own words', OF_THIS_WORKSPACE, withdrawing('own words')],
  [
    withdrawContribution,
    'withdrawContribution of a colleague’s words',
    ['contributor'],
    withdrawing('a colleague’s words'),
  ],
  [
    withdrawContribution,
    'withdrawContribution of own held words',
    OF_THIS_WORKSPACE,
    withdrawingHeld('own words'),
  ],
  [
    withdrawContribution,
    'withdrawContribution of a colleague’s held words',
    ['contributor'],
    withdrawingHeld('a colleague’s words'),
  ],
  [appealHeld, 'appealHeld of own words', OF_THIS_WORKSPACE, appealing('own words')],
  [appealHeld, 'appealHeld of a colleague’s words', ['contributor'], appealing('a colleague’s words')],
  [listHeld, 'listHeld', ['reviewer'], onOwnConsultation(listHeld)],
  [
    listHeld,
    'listHeld where no reviewer is named',
    ['lead'],
    async (scene, actor) => {
      const { id } = await consultationIn(scene, { safeguardingReviewerId: null });
      return () => listHeld(scene.deps, actor, { consultationId: id });
    },
  ],
  [
    listHeld,
    'listHeld where a guest is named reviewer',
    [],
    async (scene, actor) => {
      const { id: guestId } = scene.inside['guest named as editor and reviewer'];
      const { id } = await consultationIn(scene, { safeguardingReviewerId: guestId });
      return () => listHeld(scene.deps, actor, { consultationId: id });
    },
  ],
  [
    clearHeld,
    'clearHeld',
    ['reviewer'],
    async (scene, actor) => {
      const held = await heldBy(scene, scene.inside.contributor.id);
      return () => clearHeld(scene.deps, actor, held);
    },
  ],
  [
    keepHeld,
    'keepHeld',
    ['reviewer'],
    async (scene, actor) => {
      const held = await heldBy(scene, scene.inside.contributor.id);
      return () => keepHeld(scene.deps, actor, held);
    },
  ],
  [
    clearHeld,
    'clearHeld of own words',
    [],
    async (scene, actor) => {
      const held = await heldBy(scene, actor.userId);
      return () => clearHeld(scene.deps, actor, held);
    },
  ],
  [
    keepHeld,
    'keepHeld of own words',
    [],
    async (scene, actor) => {
      const held = await heldBy(scene, actor.userId);
      return () => keepHeld(scene.deps, actor, held);
    },
  ],
  [exportAudit, 'exportAudit', EDITORS, onOwnConsultation(exportAudit)],
  [
    seeOwnData,
    'seeOwnData',
    OF_THIS_WORKSPACE,
    async ({ deps }, actor) =>
      () =>
        seeOwnData(deps, actor, {}),
  ],
  [
    eraseOwnData,
    'eraseOwnData',
    OF_THIS_WORKSPACE,
    async (scene, actor) => {
      await contributionOf(scene, actor.userId);
      return () => eraseOwnData(scene.deps, actor, { until: UNTIL });
    },
  ],
  [previewErasure, 'previewErasure of a colleague', ['admin outside'], erasing(previewErasure)],
  [erasePerson, 'erasePerson', ['admin outside'], erasing(erasePerson)],
];
