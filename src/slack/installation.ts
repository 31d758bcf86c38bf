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
    throw new SetupError(whyNot(error), { cause: error });
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

function whyNot(error: unknown): string {
  const refusal = slackErrorOf(error);
  if (refusal !== null) {
    return `Slack refused SLACK_BOT_TOKEN (${refusal}). Copy the token again from “OAuth & Permissions”, or install the app again.`;
  }
  const reason =
    error instanceof WebAPIRequestError ? 'it could not be reached' : 'it did not answer as it should';
  return `Slack was asked whom SLACK_BOT_TOKEN belongs to, but ${reason}. Check the network and SLACK_API_URL, then start again.`;
}
