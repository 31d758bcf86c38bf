import { countIds, countTimes } from './counters.ts';
import type { Identity, World } from './world.ts';

const newIdentity = (nextId: (prefix: string) => string, scopes: readonly string[]): Identity => ({
  teamId: nextId('T'),
  appId: nextId('A'),
  botUserId: nextId('U'),
  botId: nextId('B'),
  botName: 'soundings',
  botToken: 'xoxb-practice',
  appToken: 'xapp-practice',
  signingSecret: 'practice-signing-secret',
  scopes: new Set(scopes),
});

/** A workspace with nobody in it but the app. */
export const newWorld = (scopes: readonly string[], now: () => Date, changed: () => void): World => {
  const nextId = countIds();
  return {
    identity: newIdentity(nextId, scopes),
    people: new Map(),
    channels: new Map(),
    ephemerals: [],
    files: [],
    uploads: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    views: new Map(),
    calls: [],
    complaints: [],
    url: 'https://eastmarsh.slack.com',
    baseUrl: '',
    now,
    nextTs: countTimes(now),
    nextId,
    emit: () => undefined,
    changed,
  };
};
