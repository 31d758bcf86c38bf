import { deliverOverHttp } from './deliver-http.ts';
import type { SocketMode } from './socket-mode.ts';
import type { Carry } from './transport.ts';

const nobody: Carry = async () => ({ status: 0, ack: null, ms: 0, noRetry: true });

/** How things reach the app: over HTTP once it gave its address, else by its sockets, else not at all. */
export const createWays = (sockets: SocketMode, signingSecret: string, answerWithinMs: number) => {
  let overHttp: Carry | null = null;
  const carry: Carry = (parcel, retry) => {
    const way = overHttp ?? (sockets.isWanted() ? sockets.carry : nobody);
    return way(parcel, retry);
  };
  const connect = (requestUrl: string): void => {
    overHttp = deliverOverHttp({ requestUrl, signingSecret, answerWithinMs });
  };
  return { carry, connect };
};
