import type { ActionsBlock, Button } from '@slack/types';
import { type Contribution, contributionRef, type Held } from '../../domain/contribution.ts';
import { actions, button, plain } from './blocks.ts';
import { ids } from './ids.ts';
import { heldValue } from './values.ts';

/** Its author’s: out of our record for good. */
export const withdrawButton = (contribution: Contribution): Button => ({
  ...button('Withdraw', ids.withdraw, contributionRef(contribution)),
  style: 'danger',
  confirm: {
    title: plain('Withdraw this reply?'),
    text: plain('It leaves our record for good. This cannot be undone.'),
    confirm: plain('Withdraw'),
    deny: plain('Keep it'),
  },
});

/** Its author’s: asks for a reason, which goes to the reviewer. */
export const appealButton = (contribution: Contribution, held: Held): Button =>
  button('This is not about a person', ids.appeal, heldValue(contribution, held));

/** The reviewer’s; a reply that they kept held can still be recorded. */
export function decisionButtons(contribution: Contribution, held: Held): ActionsBlock {
  const value = heldValue(contribution, held);
  const isAnswered = held.appeal?.refusedAt != null;
  return actions(
    button('Record it', ids.recordHeld, value),
    ...(isAnswered ? [] : [button('Keep it held', ids.keepHeld, value)]),
  );
}
