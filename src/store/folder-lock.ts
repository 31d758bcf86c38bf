import { randomBytes, randomInt } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import type { Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { SetupError } from '../domain/errors.ts';
import { type Answer, askAt, listenAt } from './lock-socket.ts';

// Randomness and waiting are not injected here: they only keep two starting processes apart, and no rule sees them.
const attempts = 8;
const longestWaitMs = 250;
/** What fits into a socket's address everywhere (sun_path has 104 bytes on macOS, 108 on Linux). */
const longestPath = 100;

/** Held until released or until the process is gone. */
export type FolderLock = { release(): Promise<void> };

/** A lock's socket, or one about to become one. */
export const isLockName = (name: string): boolean => /^lock-[0-9a-f]{8}\.sock(\.new)?$/.test(name);

type Ticket = { name: string; server: Server; hold(): void };

/** Listens before it takes its place, so that nobody can find a live socket and think it dead. */
const takeTicket = async (folder: string, route: string): Promise<Ticket> => {
  const name = `lock-${randomBytes(4).toString('hex')}.sock`;
  let holding = false;
  const server = await listenAt(join(route, `${name}.new`), () => holding);
  await rename(join(folder, `${name}.new`), join(folder, name));
  return {
    name,
    server,
    hold: () => {
      holding = true;
    },
  };
};

const giveBack = async (folder: string, { name, server }: Ticket): Promise<void> => {
  await new Promise((resolve) => server.close(resolve));
  await rm(join(folder, name), { force: true });
};

type Other = Exclude<Answer, 'dead'>;

/** Everyone else who is alive; sockets of the dead are removed. */
const askOthers = async (folder: string, route: string, own: string): Promise<Other[]> => {
  const others: Other[] = [];
  for (const name of await readdir(folder)) {
    if (name === own || !isLockName(name) || name.endsWith('.new')) continue;
    const answer = await askAt(join(route, name));
    if (answer === 'dead') await rm(join(folder, name), { force: true });
    else others.push(answer);
  }
  return others;
};

/** A process that is starting answers at once and may yet leave; one that hangs is taken for the holder. */
const mayLeave = (other: Other): boolean => other === 'leaving' || (other !== 'silent' && !other.holding);

const refusal = (folder: string, other: Other | undefined): SetupError => {
  const who =
    typeof other === 'object' ? `process ${other.pid} on ${other.host}` : 'a process that does not answer';
  return new SetupError(
    `The data folder ${folder} is in use by another Soundings (${who}); only one process may write it. Stop that one, or set DATA_DIR to another folder, and start again.`,
  );
};

const lockBy = async (folder: string, route: string): Promise<FolderLock> => {
  for (let attempt = 1; ; attempt += 1) {
    const ticket = await takeTicket(folder, route);
    const others = await askOthers(folder, route, ticket.name);
    if (others.length === 0) {
      ticket.hold();
      return { release: () => giveBack(folder, ticket) };
    }
    await giveBack(folder, ticket);
    const holder = others.find((other) => !mayLeave(other));
    if (holder || attempt === attempts) throw refusal(folder, holder ?? others[0]);
    await wait(randomInt(longestWaitMs));
  }
};

/**
 * Makes this process the only one on this machine, in whatever container, that writes the folder, until `release`
 * or its death, however it dies. Throws a SetupError that names the process that has it.
 *
 * Each process listens on a socket of its own in the folder and only then asks all others. Of any two, one listened
 * first and is therefore heard by the other, so two can never both hold; and the system itself takes a dead
 * process's socket off the air, so no process id is ever trusted.
 */
export const lockFolder = async (folder: string): Promise<FolderLock> => {
  const room = Buffer.byteLength(join(folder, 'lock-00000000.sock.new'));
  if (room <= longestPath) return lockBy(folder, folder);
  if (process.platform !== 'linux') {
    throw new SetupError(
      `The path of the data folder ${folder} is too long for its lock. Set DATA_DIR to a folder with a shorter path, and start again.`,
    );
  }
  const handle = await open(folder, 'r');
  try {
    return await lockBy(folder, `/proc/self/fd/${handle.fd}`);
  } finally {
    await handle.close();
  }
};
