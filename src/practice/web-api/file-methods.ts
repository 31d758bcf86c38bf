import { z } from 'zod';
import { postAsBot } from '../bot-posts.ts';
import { joinedChannel } from '../conversations.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Upload, World } from '../world.ts';
import { argument, method } from './method.ts';

const { text, words, count, list } = argument;
const filesShape = z.array(z.strictObject({ id: z.string(), title: z.string().optional() })).min(1);

const getUploadUrl = method({
  scope: 'files:write',
  args: { filename: text, length: count, alt_txt: text.optional(), snippet_type: text.optional() },
  run: (world, { filename, length }) => {
    if (length < 1) throw new Refusal('invalid_arguments', ['[ERROR] length must be more than 0']);
    const id = world.nextId('F');
    const file = { id, name: filename, title: filename, url: '', content: Buffer.alloc(0) };
    world.uploads.set(id, { file, length, shared: false });
    return { file_id: id, upload_url: `${world.baseUrl}/upload/${id}` };
  },
});

/** Answers at once with files that are shared nowhere yet; the message follows a little later, as in Slack. */
const completeUpload = method({
  scope: 'files:write',
  args: {
    files: list,
    channel_id: text.optional(),
    thread_ts: text.optional(),
    initial_comment: words.optional(),
  },
  run: (world, args) => {
    const wanted = filesShape.safeParse(args.files);
    if (!wanted.success) throw new Refusal('invalid_arguments', ['[ERROR] files must have ids']);
    const channel = args.channel_id === undefined ? undefined : joinedChannel(world, args.channel_id);
    const uploads = wanted.data.map(({ id, title }) => finished(world, id, title));
    for (const upload of uploads) upload.shared = true;
    if (channel !== undefined)
      setTimeout(() => share(world, channel, uploads, args.thread_ts, args.initial_comment), 5);
    return { files: uploads.map(({ file: { id, title, name } }) => ({ id, title, name, shares: {} })) };
  },
});

/** files.*: the two steps of sharing a file, around the upload itself. */
export const fileMethods = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
};

const finished = (world: World, id: string, title: string | undefined): Upload => {
  const upload = world.uploads.get(id);
  const isWhole = upload?.file.content.length === upload?.length;
  if (upload === undefined || !isWhole || upload.shared) throw new Refusal('file_not_found', [id]);
  upload.file.title = title ?? upload.file.name;
  return upload;
};

const share = (
  world: World,
  channel: Channel,
  uploads: Upload[],
  threadTs: string | undefined,
  comment = '',
): void => {
  const files = uploads.map(({ file: { id, name, title } }) => ({ id, name, title, mode: 'hosted' }));
  const message = postAsBot(world, channel, { text: comment }, { threadTs, files });
  for (const { file } of uploads) {
    const { name, title, content } = file;
    const { ts, thread_ts } = message;
    world.files.push({ name, title, content, channel: channel.id, threadTs: thread_ts, ts });
  }
  world.changed();
};
