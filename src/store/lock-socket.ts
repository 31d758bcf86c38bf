import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { z } from 'zod';
import { systemCode } from './files.ts';

const answerMs = 1_000;

const holderSchema = z.object({ pid: z.number(), host: z.string(), holding: z.boolean() });
/** The process behind a lock socket, and whether it has the folder or is still finding out. */
type Holder = z.infer<typeof holderSchema>;

/** The folder keeps strangers out. Whoever may not connect cannot find out that nobody listens any more. */
const forEveryUser = 0o666;

/**
 * Listens at a path and tells everyone who connects who we are, also another user of this machine. Keeps no process running;
 * throws the system's error.
 */
export const listenAt = async (path: string, isHolding: () => boolean): Promise<Server> => {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.write(JSON.stringify({ pid: process.pid, host: hostname(), holding: isHolding() }));
    socket.destroySoon();
  });
  server.unref();
  server.listen(path);
  await once(server, 'listening');
  // Some mounted folders take a socket and not this; then only its own user can ask.
  await chmod(path, forEveryUser).catch(() => undefined);
  // An asker who could not be served asks again: nothing to stop an app for.
  server.on('error', () => undefined);
  return server;
};

const parseHolder = (text: string): Holder | 'leaving' => {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return 'leaving';
  }
};

/** "dead": nobody listens, nor ever will. "leaving": it hung up without a word. "silent": no word for a second. */
export type Answer = Holder | 'dead' | 'leaving' | 'silent';

/** Asks who listens at a path. */
export const askAt = (path: string): Promise<Answer> =>
  new Promise((resolve) => {
    let text = '';
    const socket = connect(path);
    socket.setEncoding('utf8');
    socket.setTimeout(answerMs, () => {
      resolve('silent');
      socket.destroy();
    });
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', (error) => {
      if (['ECONNREFUSED', 'ENOENT'].includes(systemCode(error))) resolve('dead');
    });
    socket.on('close', () => resolve(parseHolder(text)));
  });
