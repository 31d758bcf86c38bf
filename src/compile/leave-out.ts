import { isUncovered } from '../domain/status.ts';
import type { Reply } from './reply.ts';

/** A reply that no document prints, and why, for the editors. */
export type LeftOut = {
  reply: Reply;
  /** wish: its author's or an editor's; missing: no longer in Slack; empty: nothing to print. */
  because: 'wish' | 'missing' | 'empty';
  reason: string;
};

/** Why a reply stays out of the submission; nothing when it stands in it. */
export function reasonToLeaveOut(reply: Reply): LeftOut[] {
  const { state, chatter, use } = reply.contribution;
  if (state === 'missing' && use.decidedBy === null) {
    return [{ reply, because: 'missing', reason: 'No longer in Slack: it waits for an editor.' }];
  }
  if (isUncovered(reply.contribution)) {
    return [{ reply, because: 'wish', reason: 'It may identify somebody. It waits for an editor.' }];
  }
  if (!use.inSubmission) {
    const waits = use.decidedBy === null ? ' It waits for an editor.' : '';
    return [{ reply, because: 'wish', reason: `${sentence(use.reason || 'Not to be used')}${waits}` }];
  }
  if (chatter) return [{ reply, because: 'empty', reason: 'Nothing but thanks or emoji.' }];
  if (reply.plain.trim() === '') {
    return [{ reply, because: 'empty', reason: 'No words that a document can print.' }];
  }
  return [];
}

const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);
