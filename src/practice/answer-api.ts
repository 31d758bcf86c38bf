import { type Faults, tooManyRequests } from './faults.ts';
import type { Reply, Request } from './http-server.ts';
import { fromJson, isPayload, type Payload } from './payload.ts';
import type { PostingPace } from './posting-pace.ts';
import { Refusal } from './refusal.ts';
import { answerThere } from './response-urls.ts';
import type { Method } from './web-api/method.ts';
import type { Call, World } from './world.ts';

type Setting = { world: World; methods: Record<string, Method>; faults: Faults; pace: PostingPace };

/** Answers what an app sends: Web API calls, uploaded bytes, and answers to a response_url. */
export const createAnswering =
  (setting: Setting) =>
  async (request: Request): Promise<Reply> => {
    const { faults, world } = setting;
    const [, area = '', name = ''] = request.path.split('/');
    const place = places[area];
    if (place === undefined) return { status: 404, body: 'Nothing lives here' };
    const call: Call = { method: place.name ?? name, args: argumentsOf(request), answer: null };
    world.calls.push(call);
    const reply = await faults.around(call.method, async () => place.run(setting, request, name, call));
    call.answer = reply === 'hang up' ? reply : reply.body;
    world.changed();
    return reply;
  };

type Run = (setting: Setting, request: Request, name: string, call: Call) => Reply | Promise<Reply>;

const callMethod: Run = ({ world, methods, pace }, { headers }, name, { args }) => {
  const method = methods[name];
  const token = headers.authorization?.replace(/^Bearer /, '') ?? args.token;
  return refusable(200, () => {
    if (method === undefined) throw new Refusal('unknown_method');
    if (token === undefined) throw new Refusal('not_authed');
    refuseToken(world, method, String(token));
    if (pace.isTooSoon(name, args)) return tooManyRequests(pace.retryAfter);
    return { status: 200, body: { ok: true, ...method.run(world, args) } };
  });
};

const refuseToken = ({ identity }: World, method: Method, token: string): void => {
  const tokens = { bot: identity.botToken, app: identity.appToken };
  if (!Object.values(tokens).includes(token)) throw new Refusal('invalid_auth');
  if (token !== tokens[method.token]) throw new Refusal('not_allowed_token_type');
};

const takeUpload: Run = async ({ world }, { headers, body }, id) => {
  const upload = world.uploads.get(id);
  if (upload === undefined) return { status: 404, body: 'No such upload' };
  upload.file.content = await bytesOf(headers['content-type'], body);
  return { status: 200, body: `OK - ${upload.file.content.length}` };
};

/** A client may send the bytes as they are or as the one file of a form. */
const bytesOf = async (contentType = '', body: Buffer): Promise<Buffer> => {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
};

const takeResponse: Run = ({ world }, { body }, id) =>
  refusable(400, () => {
    answerThere(world, id, fromJson(body.toString()));
    return { status: 200, body: { ok: true } };
  });

const refusable = (status: number, run: () => Reply): Reply => {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const metadata = error.details.length === 0 ? {} : { response_metadata: { messages: error.details } };
    return { status, body: { ok: false, error: error.error, ...metadata } };
  }
};

const argumentsOf = ({ headers, body }: Request): Payload => {
  const type = headers['content-type'] ?? '';
  if (type.startsWith('multipart/') || type.startsWith('application/octet-stream')) return {};
  if (type.startsWith('application/json')) {
    const given = fromJson(body.toString());
    return isPayload(given) ? given : {};
  }
  const fields = [...new URLSearchParams(body.toString())];
  return Object.fromEntries(fields.map(([key, value]) => [key, packed.has(key) ? fromJson(value) : value]));
};

/** The arguments that travel as JSON inside a form. */
const packed = new Set(['attachments', 'blocks', 'files', 'metadata', 'view']);

/** What lives below each address, and the name by which its faults and calls go. */
const places: Record<string, { name?: string; run: Run }> = {
  api: { run: callMethod },
  upload: { name: 'upload', run: takeUpload },
  response: { name: 'response_url', run: takeResponse },
};
