import { expect } from 'vitest';
import type { Parcel } from '../../../src/practice/transport.ts';
import { startApp } from '../../office.ts';
import type { Act } from './acts.ts';
import {
  callsThatTell,
  caught,
  kept,
  restarted,
  type Scene,
  SECRETS,
  seenOutside,
  send,
  twoConsultations,
} from './scene.ts';
import {
  byNobody,
  bySomebodyElse,
  filled,
  fromElsewhere,
  metadata,
  type Tampered,
  valued,
} from './tampering.ts';

const EXPECTS = ['A request failed', 'A form could not be saved', 'A person could not be told of an error'];

/** What an attacker would write into the request of a route, besides what is never ours. */
type Contents = (scene: Scene, parcel: Parcel) => Tampered[];
const hiddenKey = ({ hidden, secretReply }: Scene) => `${hidden.id}:${secretReply}`;
const hiddenMessage = ({ hidden, secretReply }: Scene) => ({ channelId: hidden.id, messageTs: secretReply });
const option = (value: unknown) => ({ selected_option: { value } });
const ids = (people: unknown[]) => ({ selected_users: people });

const contents: Record<string, Contents> = {
  'view consultation_form': (scene, parcel) => [
    ...metadata(parcel, scene.stranger.id, [{ channelId: scene.hidden.id }]),
    ...filled(parcel, scene.bea.id, {
      channel: [scene.hidden.id, 'C0NONE', '__proto__', '', null, 5].map((id) => ({
        selected_conversation: id,
      })),
      pack: ['__proto__', 'constructor', '../shared', '', null].map(option),
      themes: [[], ['__proto__'], ['../..'], null].map((values) => ({
        selected_options: values?.map((value) => ({ value })) ?? null,
      })),
      deadline: [-1, 0, 1e99, 'soon', null].map((at) => ({ selected_date_time: at })),
      title: ['', ' \u0000 ', 'x'.repeat(3_000), 5, null].map((value) => ({ value })),
      safeguarding_reviewer: [scene.stranger.id, scene.foreign.id, 'U0NOBODY'].map((id) => ({
        selected_user: id,
      })),
    }),
  ],
  'view settings_form': (scene, parcel) => [
    ...metadata(parcel, scene.bea.id, [{ consultationId: scene.secretId }, { version: 7 }]),
    ...metadata(parcel, scene.guest.id, [{ consultationId: scene.secretId }]),
    ...filled(parcel, scene.bea.id, { editors: [ids([scene.bea.id]), ids(['__proto__'])] }),
  ],
  'view add_form': (scene, parcel) => [
    ...metadata(parcel, scene.bea.id, [
      { ...hiddenMessage(scene), threadTs: scene.secret.thread('Funding') },
      { channelId: 'D0OTHER' },
      { messageTs: '1.2' },
      { threadTs: '__proto__' },
    ]),
    ...filled(parcel, scene.bea.id, {
      place: [
        `${scene.secretId}/funding`,
        `${scene.ownId}/__proto__`,
        `${scene.ownId}/nothing`,
        '../../x/funding',
        '',
        null,
      ].map(option),
    }),
  ],
  'view contribution_form': (scene, parcel) => [
    ...metadata(parcel, scene.bea.id, [hiddenMessage(scene), { version: 7 }, { isEditor: true }]),
    ...filled(parcel, scene.bea.id, { theme: ['__proto__', 'nothing', '', null].map(option) }),
  ],
  'view appeal_form': (scene, parcel) => [
    ...metadata(parcel, scene.bea.id, [
      hiddenMessage(scene),
      { messageTs: scene.said },
      { seal: '0'.repeat(16) },
      { seal: '../../../../etc/x' },
    ]),
    ...filled(parcel, scene.bea.id, { reason: ['', 'x'.repeat(300), 5, null].map((value) => ({ value })) }),
  ],
  'action /^choose_consultation_\\d+$/': (scene, parcel) =>
    ['status', 'settings', 'close', 'draft', 'export json', 'held', 'constructor', '__proto__'].flatMap(
      (words) =>
        valued(parcel, scene.bea.id, [
          JSON.stringify({ words, consultationId: scene.secretId }),
          JSON.stringify({ words, consultationId: '__proto__' }),
          JSON.stringify({ words, consultationId: '../secrets' }),
        ]),
    ),
  'action /^decide_contribution_\\d+$/': (scene, parcel) =>
    valued(parcel, scene.bea.id, [hiddenKey(scene), `${scene.hidden.id}:${scene.said}`]),
  'action withdraw_contribution': (scene, parcel) =>
    valued(parcel, scene.bea.id, [hiddenKey(scene), `${scene.channel.id}:${scene.opening}`]),
  'action appeal_held': (scene, parcel) => valued(parcel, scene.bea.id, [hiddenKey(scene)]),
  'action record_held': (scene, parcel) => held(scene, parcel),
  'action keep_held': (scene, parcel) => held(scene, parcel),
  'action erase_person': (scene, parcel) => [
    ...valued(parcel, scene.bea.id, [scene.bea.id, scene.ruth.id]),
    ...valued(parcel, scene.admin.id, ['<!here>', `${scene.bea.id} ${scene.ruth.id}`, '<@UNOBODY|x']),
  ],
  'action pack': (scene, parcel) => [
    ...valued(parcel, scene.bea.id, ['__proto__']),
    ...metadata(parcel, scene.bea.id, [{ channelId: scene.hidden.id }]),
  ],
};

const held: Contents = (scene, parcel) => [
  ...valued(parcel, scene.ruth.id, [
    `${hiddenKey(scene)}:${'0'.repeat(16)}`,
    `${scene.channel.id}:${scene.held}:${'0'.repeat(16)}`,
    `${scene.channel.id}:${scene.said}:${'a'.repeat(16)}`,
  ]),
  ...valued(parcel, scene.bea.id, []),
  ...valued(parcel, scene.omar.id, []),
];

function attacksOn(scene: Scene, { route, isHarmless = false }: Act, parcel: Parcel): Tampered[] {
  return [
    ...fromElsewhere(parcel),
    ...(isHarmless ? byNobody(scene, parcel) : bySomebodyElse(scene, parcel)),
    ...(contents[route]?.(scene, parcel) ?? []),
  ];
}

/**
 * Lets everything that an attacker would make of an act come upon the app; nothing is changed and nothing told. Then
 * the act itself works, so it was the changes that were refused.
 */
export async function withstands(act: Act): Promise<void> {
  const scene = await twoConsultations({ expects: EXPECTS });
  const { workspace, dataDir } = scene;
  const parcel = await caught(scene, await act.ready(scene));
  const { before, app } = await restarted(scene, EXPECTS);
  const attacks = attacksOn(scene, act, parcel);
  expect(attacks.length).toBeGreaterThan(8);
  const answers = await Promise.all(attacks.map((one) => send(scene, one.parcel)));
  const failed = attacks.filter((_, at) => answers[at]?.status !== 200);
  expect(failed.map(({ how }) => how)).toEqual([]);
  await app.stop();
  expect(await kept(dataDir)).toEqual(before);
  for (const word of SECRETS) expect(seenOutside(scene)).not.toContain(word);
  expect(callsThatTell(scene)).toEqual([]);
  await startApp(workspace, dataDir, { expects: EXPECTS });
  await (await act.ready(scene))();
  await act.works(scene);
}
