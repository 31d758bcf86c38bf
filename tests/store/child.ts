import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export type Child = {
  pid: number;
  say(word: string): void;
  /** The next line that it prints; throws when it ends before. */
  hear(): Promise<string>;
  /** Kills it as the system does when memory runs out. Gives what it had still printed. */
  kill(): Promise<string[]>;
};

const kill9 = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

/** Runs a TypeScript file in a process of its own, which does not outlive the test. */
export const startChild = (file: URL, ...parameters: string[]): Child => {
  const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(file), ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => kill9(child));
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    pid: child.pid ?? 0,
    say: (word) => {
      child.stdin.write(`${word}\n`);
    },
    hear: async () => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file.pathname} ended without a word.`);
      return value;
    },
    kill: async () => {
      await kill9(child);
      const rest: string[] = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value);
      return rest;
    },
  };
};
