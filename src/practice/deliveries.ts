import { setTimeout as wait } from 'node:timers/promises';
import type { Payload } from './payload.ts';
import { type Answer, type Carry, isAccepted, type Retry } from './transport.ts';

/** An event on its way: what was sent, how often, and the status each time (0: no answer). */
export type Delivery = { body: Payload; attempts: number; statuses: number[] };
/** `oneByOne`: each once the one before was answered; otherwise all at once, and the way may change their order. */
type Release = { order?: 'sent' | 'reversed'; oneByOne?: boolean };
export type Held = { release(options?: Release): void; drop(): void };

type Setting = { carry: Carry; retryDelaysMs: number[]; answerWithinMs: number; changed: () => void };

/** Sends events, again and again as Slack does until the app takes them, and can hold them back. */
export const createDeliveries = ({ carry, retryDelaysMs, answerWithinMs, changed }: Setting) => {
  const all: Delivery[] = [];
  let held: Delivery[] | null = null;
  let underWay = 0;

  const attempt = async (delivery: Delivery, retry?: Retry): Promise<Answer> => {
    delivery.attempts += 1;
    const answer = await carry({ kind: 'events_api', body: delivery.body }, retry);
    delivery.statuses.push(answer.status);
    changed();
    return answer;
  };
  const deliver = async (delivery: Delivery): Promise<void> => {
    underWay += 1;
    let answer = await attempt(delivery);
    for (const [index, delayMs] of retryDelaysMs.entries()) {
      if (isAccepted(answer) || answer.noRetry === true) break;
      await wait(delayMs, undefined, { ref: false });
      answer = await attempt(delivery, { number: index + 1, reason: reasonFor(answer, answerWithinMs) });
    }
    underWay -= 1;
    changed();
  };
  const start = (delivery: Delivery): void => void deliver(delivery);
  const startInTurn = async (deliveries: Delivery[]): Promise<void> => {
    underWay += 1;
    for (const one of deliveries) await deliver(one);
    underWay -= 1;
    changed();
  };

  return {
    send: (body: Payload): void => {
      const delivery = { body, attempts: 0, statuses: [] };
      all.push(delivery);
      if (held === null) start(delivery);
      else held.push(delivery);
    },
    /** From now on nothing is delivered, until `release` (in either order) or `drop` (never). */
    hold: (): Held => {
      held ??= [];
      const letGo = (): Delivery[] => {
        const waiting = held ?? [];
        held = null;
        return waiting;
      };
      return {
        release: ({ order = 'sent', oneByOne = false } = {}) => {
          const waiting = letGo();
          if (order === 'reversed') waiting.reverse();
          if (oneByOne) void startInTurn(waiting);
          else for (const one of waiting) start(one);
        },
        drop: () => void letGo(),
      };
    },
    /** Sends the last event once more, the same event id, as after an answer that came too late. */
    redeliverLast: async (): Promise<Answer> => {
      const last = all.findLast(({ attempts }) => attempts > 0);
      if (last === undefined) throw new Error('No event was delivered yet');
      return attempt(last, { number: last.attempts, reason: 'http_timeout' });
    },
    all: (): readonly Delivery[] => all,
    areSettled: (): boolean => underWay === 0,
  };
};

const reasonFor = ({ status, ms }: Answer, answerWithinMs: number): Retry['reason'] => {
  if (status !== 0) return 'http_error';
  return ms < answerWithinMs ? 'connection_failed' : 'http_timeout';
};
