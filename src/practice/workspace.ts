import { createAnswering } from './answer-api.ts';
import { createChanges } from './changes.ts';
import { createDeliveries } from './deliveries.ts';
import { eventEnvelope, isDueToApp, usualEvents } from './events.ts';
import { createFaults } from './faults.ts';
import { serve } from './http-server.ts';
import { looking } from './looking.ts';
import { managing } from './managing.ts';
import { newWorld } from './new-world.ts';
import { addPerson, type NewPerson, type Person } from './people.ts';
import { createPostingPace } from './posting-pace.ts';
import { createSocketMode } from './socket-mode.ts';
import { createWays } from './ways.ts';
import { allMethods } from './web-api/all-methods.ts';
import { method } from './web-api/method.ts';

export type Options = {
  /** The bot scopes granted at install. */
  scopes: readonly string[];
  /** The bot events subscribed to, by their names in the manifest. */
  events?: readonly string[];
  /** Least time between two posts to a channel; 0: no limit. */
  postIntervalMs?: number;
  /** When an event that was not taken is sent again. */
  retryDelaysMs?: number[];
  /** How long the app has for an answer; Slack gives three seconds. */
  answerWithinMs?: number;
  now?: () => Date;
};

/** Starts a stand-in for one Slack workspace with one app installed, on a free port of this machine. */
export const startWorkspace = async (options: Options) => {
  const { answerWithinMs = 3_000, retryDelaysMs = [0, 50, 100], postIntervalMs = 0 } = options;
  const changes = createChanges();
  const faults = createFaults();
  const world = newWorld(options.scopes, options.now ?? (() => new Date()), changes.changed);
  const subscribed = new Set<string>(options.events ?? usualEvents);

  const methods = { ...allMethods };
  const pace = createPostingPace(postIntervalMs);
  const http = await serve(createAnswering({ world, methods, faults, pace }));
  world.baseUrl = http.url;
  const { identity, nextId, complaints } = world;
  const sockets = createSocketMode({
    server: http.server,
    appId: identity.appId,
    answerWithinMs,
    nextId,
    changed: changes.changed,
  });
  methods['apps.connections.open'] = method({
    token: 'app',
    args: {},
    run: () => ({ url: sockets.newAddress(http.url) }),
  });

  const ways = createWays(sockets, identity.signingSecret, answerWithinMs);
  const deliveries = createDeliveries({
    carry: ways.carry,
    retryDelaysMs,
    answerWithinMs,
    changed: changes.changed,
  });
  world.emit = (channel, event) => {
    if (isDueToApp(world, subscribed, channel, event)) deliveries.send(eventEnvelope(world, event));
    changes.changed();
  };

  return {
    apiUrl: `${http.url}/api/`,
    url: world.url,
    ...identity,
    /** What a real workspace would bear or break on, and the app should not do. Tests expect none. */
    complaints,
    /** HTTP mode: where events, commands and interactions go from now on. */
    connect: ways.connect,
    ...ways.attacking,
    addPerson: (given: NewPerson): Person => addPerson(world, ways.carry, given),
    ...managing(world),
    ...looking(world),
    failNext: faults.failNext,
    faultsLeft: faults.faultsLeft,
    holdEvents: deliveries.hold,
    redeliverLast: deliveries.redeliverLast,
    deliveries: deliveries.all,
    /** Socket Mode: connections open now; asking them to come back; saying that events are held back; cutting them; letting nobody in. */
    socket: {
      connections: sockets.connections,
      refresh: sockets.refresh,
      limitRate: sockets.limitRate,
      cut: sockets.cut,
      refuseNext: sockets.refuseNext,
    },
    until: changes.until,
    /** Resolves once every event has been answered, or given up on. */
    settled: async (): Promise<void> => {
      await changes.until(deliveries.areSettled, 'every event to be answered', 30_000);
    },
    stop: async (): Promise<void> => {
      changes.stop();
      sockets.stop();
      await http.stop();
    },
  };
};
export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;
