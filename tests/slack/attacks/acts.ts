import type { Answer } from '../../../src/practice/transport.ts';
import { opens } from '../../office.ts';
import type { Scene } from './scene.ts';

/** What the right person does, route by route, down to the one thing that is sent to the app. */
export type Act = {
  /** The route that it is for, as routesOf names it. */
  route: string;
  /** Everything up to the sending; gives the sending itself. */
  ready(scene: Scene): Promise<() => Promise<Answer>>;
  /** What it does when it is the right person’s; resolves when it is done. */
  works(scene: Scene): Promise<unknown>;
  /** Sent by these it is theirs to send, or does nothing at all. */
  isHarmless?: boolean;
};

const { stringify } = JSON;
type Person = Scene['ruth'];

async function form({ workspace }: Scene, person: Person, open: () => Promise<unknown>) {
  await open();
  return workspace.until(() => workspace.openView(person), 'a form');
}
const newForm = (scene: Scene) =>
  form(scene, scene.ruth, () => scene.ruth.types(scene.channel, '/soundings new'));
const editForm = (scene: Scene, person: Person) =>
  form(scene, person, () => person.usesShortcut('edit_contribution', scene.channel, scene.said));

const ephemeralTo = ({ workspace }: Scene, person: Person, part: string) =>
  workspace.until(
    () => workspace.ephemeralsTo(person).findLast((one) => stringify(one).includes(part)),
    `an answer with ${part}`,
  );
const directTo = ({ workspace }: Scene, person: Person, part: string) =>
  workspace.until(
    () => workspace.directMessagesTo(person).findLast((one) => stringify(one).includes(part)),
    `a direct message with ${part}`,
  );
const markGone = ({ workspace, channel }: Scene, ts: string, name: string) =>
  workspace.until(
    () => !workspace.reactionsOn(channel, ts).some((one) => one.name === name),
    `${name} to be taken off`,
  );
const heldList = async (scene: Scene) => {
  await scene.ruth.types(scene.channel, '/soundings held');
  return ephemeralTo(scene, scene.ruth, 'record_held');
};
const place = (view: { blocks: unknown }) =>
  /"value":"([\w-]+\/funding)"/.exec(stringify(view.blocks))?.[1] ?? '';

export const forms: Act[] = [
  {
    route: 'view consultation_form',
    async ready(scene) {
      const view = await newForm(scene);
      const values = {
        title: 'Third',
        responding_as: 'Eastmarsh',
        deadline: new Date('2031-03-31T17:00:00Z'),
      };
      return () => scene.ruth.submits(view, values);
    },
    works: ({ workspace, channel }) =>
      workspace.until(() => stringify(workspace.messages(channel)).includes('Third:'), 'it to be opened'),
  },
  {
    route: 'view settings_form',
    async ready(scene) {
      const { ruth, channel } = scene;
      const view = await form(scene, ruth, () => ruth.types(channel, '/soundings settings'));
      return () => ruth.submits(view, { title: 'Renamed' });
    },
    async works(scene) {
      await scene.ruth.types(scene.channel, '/soundings status');
      return ephemeralTo(scene, scene.ruth, 'Renamed: Open');
    },
  },
  {
    route: 'view add_form',
    async ready(scene) {
      const { ruth, bea, channel } = scene;
      const ts = ruth.posts(channel, 'Families wait too long');
      const view = await form(scene, bea, () => bea.usesShortcut('add_to_consultation', channel, ts));
      return () => bea.submits(view, { place: place(view) });
    },
    works: (scene) => directTo(scene, scene.ruth, 'withdraw_contribution'),
  },
  {
    route: 'view contribution_form',
    async ready(scene) {
      const view = await editForm(scene, scene.omar);
      return () => scene.omar.submits(view, { use_in_submission: 'no', reason: 'Said twice' });
    },
    async works(scene) {
      const view = await editForm(scene, scene.ruth);
      if (!stringify(view.blocks).includes('Said twice')) throw new Error('It was not saved');
    },
  },
  {
    route: 'view appeal_form',
    async ready(scene) {
      const asked = await directTo(scene, scene.bea, 'appeal_held');
      const view = await form(scene, scene.bea, () => scene.bea.clicks(asked, 'appeal_held'));
      return () => scene.bea.submits(view, { reason: 'It is nobody' });
    },
    works: (scene) => directTo(scene, scene.ruth, 'It is nobody'),
  },
];

export const buttons: Act[] = [
  {
    route: 'action /^choose_consultation_\\d+$/',
    async ready(scene) {
      await opens(scene, { title: 'Our second response' });
      await scene.ruth.types(scene.channel, '/soundings close');
      const asked = await ephemeralTo(scene, scene.ruth, 'choose_consultation_1');
      return () => scene.ruth.clicks(asked, 'choose_consultation_1');
    },
    works: (scene) => ephemeralTo(scene, scene.ruth, 'is closed'),
  },
  {
    route: 'action /^decide_contribution_\\d+$/',
    async ready(scene) {
      const { workspace, ruth, bea, channel, thread } = scene;
      bea.replies(channel, thread('CAMHS'), 'Off the record: nobody counts');
      await workspace.settled();
      await ruth.types(channel, '/soundings status');
      const status = await ephemeralTo(scene, ruth, 'decide_contribution_0');
      return () => ruth.clicks(status, 'decide_contribution_0');
    },
    works: ({ workspace, ruth }) => workspace.until(() => workspace.openView(ruth), 'the form'),
  },
  {
    route: 'action withdraw_contribution',
    async ready(scene) {
      const view = await editForm(scene, scene.bea);
      return () => scene.bea.picks(view, 'withdraw_contribution');
    },
    works: (scene) => markGone(scene, scene.said, 'memo'),
  },
  {
    route: 'action appeal_held',
    isHarmless: true,
    async ready(scene) {
      const asked = await directTo(scene, scene.bea, 'appeal_held');
      return () => scene.bea.clicks(asked, 'appeal_held');
    },
    works: ({ workspace, bea }) => workspace.until(() => workspace.openView(bea), 'the form'),
  },
  {
    route: 'action record_held',
    async ready(scene) {
      const list = await heldList(scene);
      return () => scene.ruth.clicks(list, 'record_held');
    },
    works: (scene) => markGone(scene, scene.held, 'lock'),
  },
  {
    route: 'action keep_held',
    async ready(scene) {
      const list = await heldList(scene);
      return () => scene.ruth.clicks(list, 'keep_held');
    },
    works: (scene) => ephemeralTo(scene, scene.ruth, 'stays held'),
  },
  {
    route: 'action erase_own_data',
    isHarmless: true,
    async ready(scene) {
      await scene.bea.types(scene.channel, '/soundings me');
      const offer = await directTo(scene, scene.bea, 'erase_own_data');
      return () => scene.bea.clicks(offer, 'erase_own_data');
    },
    works: (scene) => directTo(scene, scene.bea, 'Erased, of you'),
  },
  {
    route: 'action erase_person',
    async ready(scene) {
      const { admin, channel, bea } = scene;
      admin.joins(channel);
      await admin.types(channel, `/soundings erase <@${bea.id}|bea>`);
      const asked = await ephemeralTo(scene, admin, 'erase_person');
      return () => admin.clicks(asked, 'erase_person');
    },
    works: (scene) => directTo(scene, scene.admin, 'Erased, of'),
  },
  {
    route: 'action pack',
    isHarmless: true,
    async ready(scene) {
      const view = await newForm(scene);
      const pack = /"value":"(care-review[\w-]+)"/.exec(stringify(view.blocks))?.[1] ?? '';
      return () => scene.ruth.picks(view, 'pack', pack);
    },
    works: ({ workspace }) =>
      workspace.until(() => workspace.calls('views.update').at(-1), 'the other themes'),
  },
];

export const shortcuts: Act[] = [
  {
    route: 'shortcut add_to_consultation',
    async ready({ ruth, bea, channel }) {
      const ts = ruth.posts(channel, 'Families wait too long');
      return () => bea.usesShortcut('add_to_consultation', channel, ts);
    },
    works: ({ workspace, bea }) => workspace.until(() => workspace.openView(bea), 'the form'),
  },
  {
    route: 'shortcut edit_contribution',
    ready:
      async ({ omar, channel, said }) =>
      async () =>
        omar.usesShortcut('edit_contribution', channel, said),
    works: ({ workspace, omar }) => workspace.until(() => workspace.openView(omar), 'the form'),
  },
];

export const commands: Act[] = ['close', 'draft', 'status', 'settings', 'held', 'remind'].map((words) => ({
  route: 'command /soundings',
  ready:
    async ({ ruth, channel }) =>
    () =>
      ruth.types(channel, `/soundings ${words}`),
  works: ({ workspace, ruth, channel }) =>
    workspace.until(
      () => workspace.openView(ruth) ?? workspace.filesIn(channel)[0] ?? workspace.ephemeralsTo(ruth).at(-1),
      'an answer',
    ),
}));
