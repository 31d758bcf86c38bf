import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { copyBinaries, type Runner } from './binaries.ts';

/** A PostgreSQL of our own, on this machine only. */
export type PostgresServer = {
  url: string;
  /** Ends all of it at once, with no time to say or write anything more, and starts it again on the same data. */
  crashAndRestart(): Promise<void>;
  /** Resolves when the server has ended; its folder goes a moment later. */
  stop(): Promise<void>;
};

const idOf = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
const runnerHere = (): Runner => (process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : null);

/** Below those that a system gives to whoever asks for any, so that it is still free at a restart. */
const freePort = async (): Promise<number> => {
  const port = randomInt(15_000, 30_000);
  const probe = createServer().listen(port, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  probe.close();
  return isFree ? port : freePort();
};

const spawnAs = (runner: Runner, folder: string): SpawnOptions => ({
  ...runner,
  cwd: folder,
  env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
});

const initialise = async (folder: string, password: string, runner: Runner): Promise<void> => {
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  const choices = [
    '--username=tester',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ];
  const initdb = spawn(
    join(folder, 'bin', 'initdb'),
    [...choices, `--pwfile=${passwordFile}`, '-D', join(folder, 'data')],
    { ...spawnAs(runner, folder), stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(initdb, 'exit');
  if (code !== 0) throw new Error('initdb failed.');
};

/**
 * A keeper between us and the server: each line has it started, or started again; when its input ends, because we stop or
 * because we were killed, it ends the server and takes the folder away.
 */
const keeper = `
  trap '' INT TERM HUP
  end() { [ -z "$server" ] || { kill -QUIT $server; wait $server; }; }
  while read -r line; do
    end
    "$1/bin/postgres" -D "$1/data" -k "$1" -h 127.0.0.1 -p "$2" </dev/null 2>&1 &
    server=$!
  done
  end
  exec >&-
  cd / && rm -rf "$1"
`;

/** That it is starting, or stopping, it tells whoever knocks. */
const isFatal = /FATAL:(?! +the database system is)/;

/** Resolves when the server says that it can be connected to. */
const isReady = (lines: Interface): Promise<void> =>
  new Promise((resolve, reject) => {
    const hear = (line: string) => {
      if (isFatal.test(line)) reject(new Error(line));
      else if (line.includes('ready to accept connections')) resolve();
      else return;
      lines.off('line', hear);
    };
    lines.on('line', hear);
  });

const startKeeper = (folder: string, port: number, runner: Runner) => {
  const child = spawn('sh', ['-c', keeper, 'sh', folder, String(port)], {
    ...spawnAs(runner, folder),
    stdio: ['pipe', 'pipe', 'ignore'],
    // Out of the group that a terminal, or a runner that gives up on us, signals as a whole.
    detached: true,
  });
  const lines = createInterface(child.stdout);
  return {
    start: async () => {
      const ready = isReady(lines);
      child.stdin.write('start\n');
      await ready;
    },
    stop: async () => {
      const ended = once(child.stdout, 'end');
      child.stdin.end();
      await ended;
      child.unref();
    },
  };
};

/** Starts one from the programs of the installed package, in a folder of its own. */
export const startServer = async (): Promise<PostgresServer> => {
  const runner = runnerHere();
  const folder = await mkdtemp(join(tmpdir(), 'soundings-postgres-'));
  if (runner) await chown(folder, runner.uid, runner.gid);
  const port = await freePort();
  const { start, stop } = startKeeper(folder, port, runner);
  const password = randomBytes(12).toString('hex');
  await copyBinaries(folder, runner);
  await initialise(folder, password, runner);
  await start();
  return {
    url: `postgres://tester:${password}@127.0.0.1:${port}/postgres`,
    crashAndRestart: start,
    stop,
  };
};
