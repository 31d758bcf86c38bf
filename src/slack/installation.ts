import { WebAPIRequestError, type WebClient } from '@slack/web-api';
import { SetupError } from '../domain/errors.ts';
import { slackErrorOf } from './slack-error.ts';

/** What the bot token belongs to. */
export type Installation = {
  /** The enterprise's id where there is one, otherwise the team's: what every key of the record carries. */
  teamId: string;
  /** The team's own id, as people's profiles and requests carry it. */
  workspaceId: string;
  url: string;
  botUserId: string;
  botId: string;
};

/** Asks Slack whom the token belongs to. Throws a SetupError that says what to do when it is refused or Slack is out of reach. */
export async function readInstallation(client: WebClient): Promise<Installation> {
  const answer = await client.auth.test().catch((error: unknown) => {
    throw notTaken(error, 'SLACK_BOT_TOKEN', BOT_TOKEN_REMEDY);
  });
  const { team_id, enterprise_id, url, user_id, bot_id } = answer;
  if (!team_id || !user_id)
    throw new SetupError('Slack did not say whom SLACK_BOT_TOKEN belongs to. Install the app again.');
  return {
    teamId: enterprise_id || team_id,
    workspaceId: team_id,
    url: (url ?? '').replace(/\/+$/, ''),
    botUserId: user_id,
    botId: bot_id ?? '',
  };
}

/** Asks Slack for a socket's address, only to see that it gives one. Throws a SetupError that says what to do when it does not. */
export async function checkAppToken(client: WebClient): Promise<void> {
  await client.apps.connections.open({}).catch((error: unknown) => {
    throw notTaken(error, 'SLACK_APP_TOKEN', APP_TOKEN_REMEDY);
  });
}

const BOT_TOKEN_REMEDY = 'Copy the token again from “OAuth & Permissions”, or install the app again.';
const APP_TOKEN_REMEDY =
  'Make an app-level token with the scope connections:write under “Basic Information”, and see that Socket Mode is on.';

function notTaken(cause: unknown, setting: string, remedy: string): SetupError {
  const refusal = slackErrorOf(cause);
  if (refusal !== null) return new SetupError(`Slack refused ${setting} (${refusal}). ${remedy}`, { cause });
  const reason =
    cause instanceof WebAPIRequestError ? 'it could not be reached' : 'it did not answer as it should';
  return new SetupError(
    `Slack was asked about ${setting}, but ${reason}. Check the network and SLACK_API_URL, then start again.`,
    { cause },
  );
}
