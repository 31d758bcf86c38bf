import type { WebClient } from '@slack/web-api';
import { reviewerOf } from '../domain/consultation.ts';
import type { Workspace } from '../usecases/workspace.ts';
import { isRefused } from './slack-error.ts';
import type { MessageContent } from './ui/blocks.ts';
import { concernMessage } from './ui/concern-message.ts';
import { decisionMessage, heldMessage } from './ui/held-messages.ts';
import { noReviewerMessage, reviewingMessage, reviewMessage } from './ui/reviewer-messages.ts';

type Notices = Pick<
  Workspace,
  'tellConcern' | 'tellHeld' | 'tellReviewer' | 'tellReviewing' | 'tellNoReviewer' | 'tellDecision'
>;

/** Direct messages about held replies. Somebody whom Slack will not let the app write to is taken as told. */
export function createHeldNotices(posting: WebClient, url: string): Notices {
  const tell = async (userId: string, message: MessageContent) => {
    try {
      await posting.chat.postMessage({ channel: userId, ...message });
    } catch (error) {
      if (!isRefused(error)) throw error;
    }
  };
  return {
    tellConcern: (reply, answer) => tell(reply.authorId, concernMessage(reply, answer, url)),
    tellHeld: (notice) => tell(notice.contribution.authorId, heldMessage(notice, url)),
    tellReviewer: (consultation, contribution) =>
      tell(reviewerOf(consultation), reviewMessage(consultation, contribution, url)),
    tellReviewing: (userId, consultation, title, isNow) =>
      tell(userId, reviewingMessage(consultation, title, isNow)),
    tellNoReviewer: (consultation) => tell(consultation.leadId, noReviewerMessage(consultation)),
    tellDecision: (contribution, isCleared) =>
      tell(contribution.authorId, decisionMessage(contribution, isCleared, url)),
  };
}
