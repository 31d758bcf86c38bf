import { counter, exposition, histogram, type Metric, reading } from './prometheus.ts';

export const requestKinds = ['event', 'command', 'action', 'view', 'shortcut'] as const;

/** Every method that is called; a test plays them all. */
const slackMethods = [
  'auth.test',
  'chat.postEphemeral',
  'chat.postMessage',
  'conversations.history',
  'conversations.info',
  'conversations.members',
  'conversations.open',
  'conversations.replies',
  'files.completeUploadExternal',
  'files.getUploadURLExternal',
  'reactions.add',
  'reactions.remove',
  'users.info',
  'views.open',
  'views.update',
] as const;

/** Around Slack's limit of three seconds. */
const ACK_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** From a message that comes at once to one that the next reading finds. */
const LAG_BOUNDS = [0.25, 0.5, 1, 2.5, 5, 10, 60, 300, 900, 3600];
const WRITE_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const LOOP_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

/** What is counted while Soundings runs. Nothing in it tells one person, channel or consultation from another. */
export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const counted = {
    acks: counter('soundings_acks_total', 'Requests of Slack, by what became of their ack.', {
      kind: requestKinds,
      outcome: ['acked', 'failed', 'unanswered'],
    }),
    ackSeconds: histogram('soundings_ack_seconds', 'Time to the ack of a request.', ACK_BOUNDS, {
      kind: requestKinds,
    }),
    captures: counter('soundings_captures_total', 'Messages, by what became of them in the record.', {
      outcome: ['recorded', 'edited', 'held', 'unchanged', 'late', 'not ours'],
    }),
    captureLagSeconds: histogram(
      'soundings_capture_lag_seconds',
      'From the writing of a message in Slack, or its last edit, to its being durable here.',
      LAG_BOUNDS,
      {},
    ),
    screenFindings: counter(
      'soundings_screen_findings_total',
      'Messages that the screen found something in.',
      {
        strength: ['block', 'warn'],
      },
    ),
    slackCalls: counter('soundings_slack_calls_total', 'Calls of the Web API, by their end.', {
      method: slackMethods,
      outcome: ['ok', 'refused', 'rate limited', 'failed'],
    }),
    rateLimits: counter('soundings_slack_rate_limits_total', 'Answers 429 of Slack, those waited for too.', {
      method: slackMethods,
    }),
    storeWriteSeconds: histogram(
      'soundings_store_write_seconds',
      'Time until a change is durable.',
      WRITE_BOUNDS,
      {},
    ),
    storeWriteFailures: counter(
      'soundings_store_write_failures_total',
      'Changes that could not be kept.',
      {},
    ),
    eventLoopLagSeconds: histogram(
      'soundings_event_loop_lag_seconds',
      'How late a timer fires, sampled ten times a second.',
      LOOP_BOUNDS,
      {},
    ),
    errors: counter('soundings_errors_total', 'Lines of level error in the log.', {}),
  };
  return {
    ...counted,
    /** All of it, with what is looked at only now. */
    scrape: (now: Metric[]): Promise<string> =>
      exposition([...Object.values(counted), ...now, ...processMetrics]),
  };
}

/** Under the names that are usual everywhere. */
const processMetrics = [
  reading('process_resident_memory_bytes', 'Resident memory.', () => ({ '': process.memoryUsage.rss() })),
  reading('process_start_time_seconds', 'When the process started, Unix time.', () => ({
    '': Math.floor(performance.timeOrigin / 1000),
  })),
  reading(
    'process_cpu_seconds_total',
    'Time on a processor.',
    () => {
      const { user, system } = process.cpuUsage();
      return { '': (user + system) / 1_000_000 };
    },
    { type: 'counter' },
  ),
];
