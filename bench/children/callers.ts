import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { signedRequest } from '../../src/practice/deliver-http.ts';
import type { Parcel } from '../../src/practice/transport.ts';
import { percentile } from '../median.ts';
import { answerParent } from './answer-parent.ts';

/** Where the app is, and what Slack would send it. */
export type Calls = { url: string; signingSecret: string; parcels: Parcel[] };
/** Times in ms, of whole answers. */
export type Called = { perSecond: number; p50: number; p99: number };

/** Sends as Slack does and throws unless the answer is 200: a refused request is fast, and proves nothing. */
const createSend = ({ url, signingSecret }: Calls, connections: number) => {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const send = async (parcel: Parcel): Promise<void> => {
    const { headers, body } = signedRequest(parcel, signingSecret);
    const answer = await pool.request({ method: 'POST', path: pathname, headers, body });
    await answer.body.dump();
    if (answer.statusCode !== 200) throw new Error(`The app answered ${answer.statusCode}.`);
  };
  return { send, close: () => pool.close() };
};

const told = (times: number[], startedAt: number): Called => ({
  perSecond: (times.length * 1_000) / (performance.now() - startedAt),
  p50: percentile(times, 0.5),
  p99: percentile(times, 0.99),
});

/** So many callers, each of whom sends the next as soon as the last is answered. */
const flatOut = async ({ callers, ...calls }: Calls & { callers: number }): Promise<Called> => {
  const { send, close } = createSend(calls, callers);
  const rest = calls.parcels.toReversed();
  const times: number[] = [];
  const call = async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const sentAt = performance.now();
      await send(next);
      times.push(performance.now() - sentAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: callers }, call));
  const result = told(times, startedAt);
  await close();
  return result;
};

/** Each at its own time, whether or not the one before is answered; waiting for a late start counts. */
const paced = async ({ perSecond, ...calls }: Calls & { perSecond: number }): Promise<Called> => {
  const { send, close } = createSend(calls, 64);
  const times: number[] = [];
  const startedAt = performance.now();
  const callAt = async (parcel: Parcel, nth: number) => {
    const dueAt = startedAt + (nth * 1_000) / perSecond;
    await pause(dueAt - performance.now());
    await send(parcel);
    times.push(performance.now() - dueAt);
  };
  await Promise.all(calls.parcels.map(callAt));
  const result = told(times, startedAt);
  await close();
  return result;
};

answerParent({ flatOut, paced });
