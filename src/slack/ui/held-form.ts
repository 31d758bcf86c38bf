import type { ModalView } from '@slack/types';
import type { FoundContribution } from '../../usecases/use-case.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { actions, plain, section } from './blocks.ts';
import { appealButton, withdrawButton } from './held-buttons.ts';
import { STILL_IN_SLACK, whatIsHeld } from './held-messages.ts';
import { ids } from './ids.ts';

/** “Edit contribution” of a reply that is held: nothing of it can be edited here. */
export function heldForm({ consultation, contribution }: FoundContribution, userId: string): ModalView {
  const { held, authorId } = contribution;
  if (held === null) throw new Error('A reply that is not held has its own form.');
  const isAuthor = authorId === userId;
  return {
    type: 'modal',
    callback_id: ids.contributionForm,
    title: plain('Edit contribution'),
    close: plain('Done'),
    blocks: [
      section(`This reply to “${escapeMrkdwn(consultation.title)}” ${whatIsHeld(held)}`),
      ...(isAuthor
        ? [
            section(STILL_IN_SLACK),
            actions(
              withdrawButton(contribution),
              ...(held.appeal === null ? [appealButton(contribution, held)] : []),
            ),
          ]
        : [section(`\`${ids.command} held\` lists it among what you decide on.`)]),
    ],
  };
}
