import type {
  AllMiddlewareArgs,
  BlockAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import { z } from 'zod';
import type { Surroundings } from '../surroundings.ts';
import { consultationForm, newFormValues } from '../ui/consultation-form.ts';
import { typedValue } from '../ui/form-state.ts';
import { ids } from '../ui/ids.ts';
import { channelMetadataSchema, readJson } from '../ui/values.ts';

/** Another pack was chosen in the form: it offers that pack's themes. What was typed stays; Slack keeps the other fields. */
export const onPackChosen =
  ({ deps, clients }: Surroundings) =>
  async ({
    ack,
    action,
    body,
  }: SlackActionMiddlewareArgs<BlockAction<StaticSelectAction>> & AllMiddlewareArgs): Promise<void> => {
    await ack();
    const view = viewSchema.parse(body.view);
    const pack = deps.packs.find(({ id }) => id === action.selected_option.value);
    if (pack === undefined) return;
    const { channelId } = readJson(channelMetadataSchema, view.private_metadata);
    const { values } = view.state;
    await clients.interactive.views.update({
      view_id: view.id,
      hash: view.hash,
      view: consultationForm(deps.packs, pack, {
        ...newFormValues(pack, channelId, deps),
        title: typedValue(values, ids.field.title),
        respondingAs: typedValue(values, ids.field.respondingAs),
      }),
    });
  };

const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string(),
  private_metadata: z.string(),
  state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
});
