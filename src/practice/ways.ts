import { deliverOverHttp, type SentRequest, sendOverHttp, signedRequest } from './deliver-http.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Answer, Carry, Parcel } from './transport.ts';

const nobody: Carry = async () => ({ status: 0, ack: null, ms: 0, noRetry: true });

/** An attacker waits longer than Slack, for the 404 of what nobody answered in time too. */
const PATIENCE_MS = 2_000;

/** How things reach the app: over HTTP once it gave its address, else by its sockets, else not at all. */
export const createWays = (sockets: SocketMode, signingSecret: string, answerWithinMs: number) => {
  let address = '';
  let overHttp: Carry | null = null;
  const sent: SentRequest[] = [];
  const changes: ((parcel: Parcel) => Parcel)[] = [];

  const carry: Carry = (parcel, retry) => {
    const way = overHttp ?? (sockets.isWanted() ? sockets.carry : nobody);
    const change = changes.shift() ?? ((same) => same);
    return way(change(parcel), retry);
  };
  const connect = (requestUrl: string): void => {
    address = requestUrl;
    overHttp = deliverOverHttp({ requestUrl, answerWithinMs }, signingSecret, (one) => sent.push(one));
  };
  return {
    carry,
    connect,
    /** What an attacker can do, and worse. */
    attacking: {
      /** Every request that went over HTTP, as it was. */
      sentRequests: (): SentRequest[] => structuredClone(sent),
      /** Sends a request just as it is, to the app's address or another path of it. */
      sendsRaw: (request: SentRequest, path?: string): Promise<Answer> => {
        const requestUrl = path === undefined ? address : new URL(address).origin + path;
        return sendOverHttp({ requestUrl, answerWithinMs: answerWithinMs + PATIENCE_MS }, request);
      },
      /** Signs a parcel as Slack does, dated `at` (seconds; now, unless it is given). */
      signs: (parcel: Parcel, at?: number): SentRequest =>
        signedRequest(parcel, signingSecret, undefined, at),
      /** What goes to the app next is changed on its way, and then signed. */
      changesNext: (change: (parcel: Parcel) => Parcel): void => void changes.push(change),
    },
  };
};
