import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import type { Contribution } from '../../domain/contribution.ts';
import type { Actor } from '../../domain/person.ts';
import type { HeldReply } from '../../usecases/change-held.ts';
import { type Clearing, clearHeld } from '../../usecases/clear-held.ts';
import { keepHeld } from '../../usecases/keep-held.ts';
import { listHeld } from '../../usecases/list-held.ts';
import { tellHeld } from '../../usecases/tell-held.ts';
import { interactingActor } from '../actor.ts';
import type { Surroundings } from '../surroundings.ts';
import { note } from '../ui/blocks.ts';
import { heldListMessage } from '../ui/held-list.ts';
import { heldValueSchema } from '../ui/values.ts';

/** Decides, and gives what to say of it to the reviewer. */
type Decide = (slack: Surroundings, actor: Actor, held: HeldReply) => Promise<Decided>;
type Decided = { said: string; contribution: Contribution };

/** “Record it” or “Keep it held”: in the list, which is shown anew, or in the message to the reviewer, which says it then. */
export const onHeldDecision =
  (slack: Surroundings, decide: Decide) =>
  async ({
    ack,
    action,
    body,
    respond,
  }: SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const { deps, installation, background } = slack;
    const { seal, ...message } = heldValueSchema.parse(action.value);
    const actor = interactingActor(installation, body);
    const isInList = containerSchema.parse(body.container).is_ephemeral;
    const held = { key: { teamId: installation.teamId, ...message }, seal };
    const { said, contribution } = await decide(slack, actor, held);
    void background.run('say what was decided', async () => {
      const { consultationId } = contribution;
      const answer = isInList
        ? heldListMessage(await listHeld(deps, actor, { consultationId }), deps.workspace.url, said)
        : note(said);
      await respond({ ...answer, replace_original: true });
    });
  };

const containerSchema = z.looseObject({ is_ephemeral: z.boolean().default(false) });

export const recordIt: Decide = async ({ deps, background }, actor, held) => {
  const { outcome, contribution } = await clearHeld(deps, actor, held);
  if (outcome === 'cleared') tellAuthor(deps, background, contribution, true);
  // What stands there now may be held for something else.
  if (outcome === 'changed')
    void background.run('tell an author what is held', () => tellHeld(deps, { key: held.key }));
  return { said: clearings[outcome], contribution };
};

export const keepIt: Decide = async ({ deps, background }, actor, held) => {
  const contribution = await keepHeld(deps, actor, held);
  tellAuthor(deps, background, contribution, false);
  return { said: 'The reply stays held, and its author is told so.', contribution };
};

const clearings: Record<Clearing['outcome'], string> = {
  cleared: 'The reply is recorded, and its author is told so.',
  changed: 'The reply says something else now. Nothing was cleared; what stands there was looked at anew.',
  gone: 'The reply is no longer in Slack, so there is nothing to record.',
};

const tellAuthor = (
  { workspace }: Surroundings['deps'],
  background: Surroundings['background'],
  contribution: Contribution,
  isCleared: boolean,
): void =>
  void background.run('tell an author what was decided', () =>
    workspace.tellDecision(contribution, isCleared),
  );
