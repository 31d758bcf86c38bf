import packageJson from '../package.json' with { type: 'json' };
import { type Child, startChild } from './child.ts';

export type RunningApp = Child & {
  url: string;
  /** From its fork to the line that says it is ready (ms). */
  startedInMs: number;
};

/** What `npm start` tells Node. */
const asStarted = packageJson.scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** Starts an app and waits until requests can come in. */
export const startApp = async (source: string, settings: Record<string, string>): Promise<RunningApp> => {
  const forkedAt = performance.now();
  const child = startChild(source, settings, source.endsWith('bare-bolt.ts') ? [] : asStarted);
  const line = await child.firstLine();
  const startedInMs = performance.now() - forkedAt;
  const [, port] = /port (\d+)/.exec(line) ?? [];
  if (port === undefined) throw new Error(`${source} said “${line}”.`);
  return { ...child, url: `http://127.0.0.1:${port}/slack/events`, startedInMs };
};
