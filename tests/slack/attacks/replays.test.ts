import { describe, expect, it } from 'vitest';
import { recorded } from '../../office.ts';
import { scrapedIdle } from '../../ops/scrape.ts';
import { type Act, buttons, commands, forms } from './acts.ts';
import { kept, restarted, type Scene, twoConsultations } from './scene.ts';

/** What came of it: each thing that the app did to Slack, and each line of the logs. */
async function outcomeOf({ workspace, dataDir }: Scene): Promise<string[]> {
  const isDoing = (method: string) => !/\.(members|info|history|replies|test|list)$/.test(method);
  const doings = workspace.calls().filter(({ method }) => isDoing(method));
  const logged = JSON.stringify(await kept(dataDir)).match(/what\\*": ?\\*"[a-z ]+/g) ?? [];
  return [...doings.map(({ method }) => method), ...logged].toSorted();
}

/** Does it, sends the very same request `times` times more, and gives what came of it. */
async function replayed(ready: Ready, times: number): Promise<string[]> {
  const scene = await twoConsultations();
  const { workspace } = scene;
  const { run, isDone } = await ready(scene);
  const sent = workspace.sentRequests().length;
  await run();
  const request = workspace.sentRequests()[sent];
  if (request === undefined) throw new Error('Nothing was sent');
  for (let time = 1; time <= times; time += 1) {
    const { status, ack } = await workspace.sendsRaw(request);
    expect({ time, status, ack }).toEqual({ time, status: 200, ack: null });
  }
  await isDone();
  await workspace.settled();
  await scrapedIdle(scene.app.address);
  await scene.app.stop();
  return outcomeOf(scene);
}
type Ready = (scene: Scene) => Promise<{ run(): Promise<unknown>; isDone(): Promise<unknown> }>;

const acts: Act[] = [
  ...commands.slice(0, 2),
  ...forms.filter(({ route }) => /(?:consultation|contribution)_form/.test(route)),
  ...buttons.filter(({ route }) => /choose|withdraw|erase_own/.test(route)),
];
const readyTo =
  (act: Act): Ready =>
  async (scene) => ({ run: await act.ready(scene), isDone: () => act.works(scene) });
const readyToReply: Ready = async (scene) => {
  const { bea, channel, thread, workspace } = scene;
  let ts = '';
  return {
    async run() {
      ts = bea.replies(channel, thread('CAMHS'), 'Said once');
      await workspace.settled();
    },
    isDone: () => recorded(scene, ts),
  };
};

describe('the very same signed request, again and again, comes to what it came to once', () => {
  it.each([...acts.map((act) => [act.route, readyTo(act)] as const), ['a reply', readyToReply] as const])(
    '%s',
    async (_, ready) => {
      const once = await replayed(ready, 0);
      expect(once.length).toBeGreaterThan(10);
      expect(await replayed(ready, 3)).toEqual(once);
    },
  );
});

describe('the same thing, signed anew: what the guard cannot see, the record does', () => {
  it('an event that comes again, also after a restart, is the same contribution', async () => {
    const scene = await twoConsultations();
    const { workspace, dataDir } = scene;
    const { before, app } = await restarted(scene, []);
    for (const { body } of workspace.deliveries()) {
      await workspace.sendsRaw(workspace.signs({ kind: 'events_api', body }));
    }
    await app.stop();
    expect(await kept(dataDir)).toEqual(before);
  });

  it('a form that is sent twice is saved once, and says so', async () => {
    const scene = await twoConsultations();
    for (const act of forms.filter(({ route }) => /settings|contribution/.test(route))) {
      const run = await act.ready(scene);
      const sent = scene.workspace.sentRequests().length;
      await run();
      const body = scene.workspace.sentRequests()[sent]?.body ?? '';
      const payload = JSON.parse(new URLSearchParams(body).get('payload') ?? '{}');
      await scrapedIdle(scene.app.address);
      const before = await kept(scene.dataDir);
      const parcel = { kind: 'interactive', body: payload } as const;
      const { ack } = await scene.workspace.sendsRaw(scene.workspace.signs(parcel, later()));
      expect(JSON.stringify(ack)).toMatch(/changed (?:since|this contribution since) you opened the form/);
      await scrapedIdle(scene.app.address);
      expect(await kept(scene.dataDir)).toEqual(before);
    }
  });

  it('a new consultation’s form that is sent twice opens one', async () => {
    const scene = await twoConsultations();
    const [act] = forms;
    if (act === undefined) throw new Error('There is no form');
    const run = await act.ready(scene);
    const sent = scene.workspace.sentRequests().length;
    await run();
    await act.works(scene);
    const body = scene.workspace.sentRequests()[sent]?.body ?? '';
    const payload = JSON.parse(new URLSearchParams(body).get('payload') ?? '{}');
    await scene.workspace.sendsRaw(scene.workspace.signs({ kind: 'interactive', body: payload }, later()));
    await scene.app.stop();
    const posts = scene.workspace.messages(scene.channel).filter(({ text }) => text.startsWith('Third:'));
    expect(posts).toHaveLength(1);
  });
});

/** A second on, so that it is signed anew. */
const later = () => Math.floor(Date.now() / 1000) + 1;
