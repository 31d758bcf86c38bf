import type { WebClient } from '@slack/web-api';
import { reviewerOf } from '../domain/consultation.ts';
import type { Workspace } from '../usecases/workspace.ts';
import { slackErrorOf } from './slack-error.ts';
import type { MessageContent } from './ui/blocks.ts';
import { decisionMessage, heldMessage, noReviewerMessage, reviewMessage } from './ui/held-messages.ts';

type Notices = Pick<Workspace, 'tellHeld' | 'tellReviewer' | 'tellNoReviewer' | 'tellDecision'>;

/** Direct messages about held replies. Somebody whom Slack will not let the app write to is taken as told. */
export function createHeldNotices(posting: WebClient, url: string): Notices {
  const tell = async (userId: string, message: MessageContent) => {
    try {
      await posting.chat.postMessage({ channel: userId, ...message });
    } catch (error) {
      if (slackErrorOf(error) === null) throw error;
    }
  };
  return {
    tellHeld: (notice) => tell(notice.contribution.authorId, heldMessage(notice, url)),
    tellReviewer: (consultation, contribution) =>
      tell(reviewerOf(consultation), reviewMessage(consultation, contribution, url)),
    tellNoReviewer: (consultation) => tell(consultation.leadId, noReviewerMessage(consultation)),
    tellDecision: (contribution, isCleared) =>
      tell(contribution.authorId, decisionMessage(contribution, isCleared, url)),
  };
}
