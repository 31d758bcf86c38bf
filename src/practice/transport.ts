import type { Payload } from './payload.ts';

/** One thing that Slack sends to an app, whichever way it travels. */
export type Parcel = { kind: 'events_api' | 'slash_commands' | 'interactive'; body: Payload };
export type Retry = { number: number; reason: 'http_timeout' | 'http_error' | 'connection_failed' };
/** What came back. `status` 0: no answer in time, or nobody there. `ack`: its body, null when empty. */
export type Answer = { status: number; ack: unknown; ms: number; noRetry?: boolean };
export type Carry = (parcel: Parcel, retry?: Retry) => Promise<Answer>;

export const isAccepted = ({ status }: { status: number }): boolean => status >= 200 && status < 300;
