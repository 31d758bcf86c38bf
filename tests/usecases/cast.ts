import type { Consultation } from '../../src/domain/consultation.ts';
import { type Contribution, sealOf } from '../../src/domain/contribution.ts';
import type { Actor } from '../../src/domain/person.ts';
import { sealedHash } from '../../src/domain/text-hash.ts';
import type { Deps } from '../../src/usecases/deps.ts';
import { emptyWorkspace } from '../office.ts';
import { aConsultation, aContribution } from '../store/records.ts';

const OTHER_TEAM = 'T0THER';

/** Everybody who may come to the door. Whoever could be named in the settings is: a name alone opens nothing. */
export async function meet() {
  const workspace = await emptyWorkspace();
  const person = (name: string, more: object = {}) => workspace.addPerson({ name, ...more });
  const inside = {
    lead: person('Ruth Adeyemi'),
    editor: person('Omar Haddad'),
    approver: person('Amir Nasser'),
    reviewer: person('Nadia Rahman'),
    contributor: person('Bea Lindqvist'),
    guest: person('Gus Okoro', { isGuest: true }),
    'guest named as editor and reviewer': person('Gwen Pryce', { isGuest: true }),
    'deactivated editor': person('Dee Walsh', { deleted: true }),
    'editor of another workspace': person('Finn Achterberg', { teamId: OTHER_TEAM, isAdmin: true }),
    'bot named as editor': person('Botha', { isBot: true }),
  };
  const outside = {
    'admin outside': person('Ada Kowalska', { isAdmin: true }),
    'editor who left': person('Ed Moyo'),
    'guest outside': person('Gil Barros', { isGuest: true }),
  };
  const channel = workspace.addChannel({ name: 'care-review', members: Object.values(inside) });
  const theirs = (people: Record<string, { id: string }>): Record<string, Actor> =>
    Object.fromEntries(
      Object.entries(people).map(([name, { id }]) => [name, { userId: id, teamId: workspace.teamId }]),
    );
  const cast = {
    ...theirs(inside),
    ...theirs(outside),
    'the lead’s id from another workspace': { userId: inside.lead.id, teamId: OTHER_TEAM },
  };
  const admin: Actor = { userId: outside['admin outside'].id, teamId: workspace.teamId };
  return { workspace, channel, inside, outside, cast, admin };
}

export const MEMBERS = [
  'lead',
  'editor',
  'approver',
  'reviewer',
  'contributor',
  'guest',
  'guest named as editor and reviewer',
];
export const FULL_MEMBERS = ['lead', 'editor', 'approver', 'reviewer', 'contributor'];
export const EDITORS = ['lead', 'editor'];
export const OF_THIS_WORKSPACE = [...MEMBERS, 'admin outside', 'editor who left', 'guest outside'];

export type Scene = Awaited<ReturnType<typeof meet>> & { deps: Deps };
/** What one person tries, each time on a consultation and contributions of its own. */
export type Attempt = (scene: Scene, actor: Actor) => Promise<() => Promise<unknown>>;

let count = 0;
const nextTs = () => {
  count += 1;
  return `${1_790_000_000 + count}.000100`;
};
export const nextId = () => {
  count += 1;
  return `V${count}`;
};

export async function consultationIn(
  { deps, channel, inside, outside, workspace }: Scene,
  changes: Partial<Consultation> = {},
): Promise<Consultation> {
  const named = [
    inside.editor,
    inside['guest named as editor and reviewer'],
    inside['deactivated editor'],
    inside['editor of another workspace'],
    inside['bot named as editor'],
    outside['editor who left'],
  ].map(({ id }) => id);
  return deps.store.addConsultation(
    aConsultation({
      id: nextId(),
      teamId: workspace.teamId,
      channelId: channel.id,
      leadId: inside.lead.id,
      editorIds: named,
      approverIds: [inside.approver.id],
      safeguardingReviewerId: inside.reviewer.id,
      deadline: '2031-03-31T17:00:00.000Z',
      ...changes,
    }),
  );
}

/** A contribution of somebody's, on a message of the real channel. */
export async function contributionOf(
  scene: Scene,
  authorId: string,
  changes: Partial<Contribution> = {},
): Promise<Contribution> {
  const consultation = await consultationIn(scene);
  const made = aContribution({
    consultationId: consultation.id,
    teamId: scene.workspace.teamId,
    channelId: scene.channel.id,
    messageTs: nextTs(),
    authorId,
    ...changes,
  });
  await scene.deps.store.changeContribution(consultation.id, made, () => made);
  return made;
}

export const heldBy = async (scene: Scene, authorId: string) => {
  const words = 'My words that are held';
  const messageTs = scene.inside.contributor.posts(scene.channel, words);
  const of = sealedHash(words, 'salt');
  const held = {
    types: ['phone' as const],
    of,
    at: '2026-11-02T12:00:00.000Z',
    toldAt: null,
    reviewerToldAt: null,
    isInSlack: true,
    appeal: null,
  };
  const contribution = await contributionOf(scene, authorId, {
    messageTs,
    text: '',
    hash: '',
    state: 'held',
    held,
  });
  return { key: contribution, seal: sealOf(held) };
};
