import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { decideContribution } from '../../usecases/decide-contribution.ts';
import { sortContribution } from '../../usecases/sort-contribution.ts';
import { interactingActor } from '../actor.ts';
import { savedOrFieldError } from '../save-form.ts';
import type { Surroundings } from '../surroundings.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { messageMarkdown } from '../text/message-markdown.ts';
import { ids } from '../ui/ids.ts';
import { parseContributionForm } from '../ui/parse-contribution-form.ts';
import { contributionMetadataSchema, readJson } from '../ui/values.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** “Edit contribution” was sent. Saved before the form closes, so that a wording typed at length is not lost. */
export const onContributionForm =
  (slack: Surroundings) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const { deps, installation } = slack;
    const { hash, version, isEditor, ...message } = readJson(
      contributionMetadataSchema,
      view.private_metadata,
    );
    const input = parseContributionForm(view.state.values, isEditor);
    if (!input.ok) return ack({ response_action: 'errors', errors: input.errors });
    const { kind, themeId, decision } = input.value;
    const key = { teamId: installation.teamId, ...message };
    const actor = interactingActor(installation, body);
    const saved = await savedOrFieldError(slack, ids.field.kind, async () => {
      const sorting = { key, kind, themeId };
      if (decision === null) return sortContribution(deps, actor, { ...sorting, version });
      // What may be refused comes first, so that nothing is left half done.
      const wording = wordingOf(decision.wording);
      await decideContribution(deps, actor, { key, version, hash, ...decision, wording });
      await sortContribution(deps, actor, { ...sorting, version: version + 1 });
    });
    if (!saved.ok) return ack({ response_action: 'errors', errors: saved.errors });
    await ack();
  };

/** A form's field has no rich text: what is typed is read as Slack's own marks are, "•" for a list among them. */
const wordingOf = (typed: string | null) =>
  typed === null ? null : { typed, text: messageMarkdown({ text: escapeMrkdwn(typed) }) };
