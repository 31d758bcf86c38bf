import { App } from '@slack/bolt';
import type { Metrics } from '../metrics.ts';
import { answerAnyway } from './answer-anyway.ts';
import { fetchText } from './fetch-text.ts';
import { holdAcks } from './hold-acks.ts';
import type { Transport } from './http-transport.ts';
import type { Installation } from './installation.ts';
import { onlyOurs } from './only-ours.ts';
import { replyWithErrors } from './reply-with-errors.ts';
import { routeRequests } from './route-requests.ts';
import { addRoutes } from './routes.ts';
import { slackLogger } from './slack-logger.ts';
import type { Surroundings } from './surroundings.ts';
import { watchRequests } from './watch-requests.ts';

/** `slackApiUrl`: null for Slack's own. */
type Settings = { botToken: string; slackApiUrl: string | null };

/** Bolt with every route, and what stands around each: who may ask, the ack, the answer, the one catch. It listens by `receiver`. */
export function createBoltApp(
  { botToken, slackApiUrl }: Settings,
  { receiver }: Transport,
  slack: Surroundings,
  metrics: Metrics,
): void {
  const { botUserId, botId, teamId }: Installation = slack.installation;
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botUserId, botId, teamId }),
    clientOptions: {
      retryConfig: { retries: 0 },
      fetch: fetchText,
      ...(slackApiUrl === null ? {} : { slackApiUrl }),
    },
    convoStore: false,
    logger: slackLogger(slack.log),
  });
  holdAcks(app, slack.background);
  watchRequests(app, { metrics, newId: slack.deps.newId });
  const ours = onlyOurs(slack.installation);
  const told = replyWithErrors(slack.log, slack.clients, slack.deps.newId);
  const answered = answerAnyway(slack.log, slack.clients);
  addRoutes(
    routeRequests(app, (listener) => told(ours(answered(listener)))),
    slack,
  );
}
