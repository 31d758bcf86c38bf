import type { ModalView } from '@slack/types';
import type { Consultation } from '../../domain/consultation.ts';
import { utcOf } from '../../domain/dates.ts';
import type { Pack } from '../../domain/pack.ts';
import { escapeMrkdwn } from '../text/escape-mrkdwn.ts';
import { context, plain } from './blocks.ts';
import { type FormValues, whatAndWhen, whoAndHow } from './consultation-fields.ts';
import { ids } from './ids.ts';
import { input, option, select } from './inputs.ts';

const { field } = ids;

/** The form for a new consultation. It can be sent with title, responding as and deadline filled in. */
export const consultationForm = (packs: Pack[], pack: Pack, values: FormValues): ModalView => ({
  ...frame('New consultation', 'Open', ids.consultationForm, { channelId: values.channelId }),
  blocks: [
    input(
      field.pack,
      'Pack',
      select(
        field.pack,
        packs.map(({ id, title }) => option(id, title)),
        pack.id,
      ),
      { dispatch: true },
    ),
    ...whatAndWhen(pack, values),
    input(
      field.channel,
      'Channel',
      {
        type: 'conversations_select',
        action_id: field.channel,
        initial_conversation: values.channelId,
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      },
      {
        hint: 'The threads open here. Soundings must be in the channel; a private one needs /invite @Soundings.',
      },
    ),
    ...whoAndHow(pack, values),
  ],
});

/** What a new form starts with: the pack's own themes, and its deadline while that is to come. */
export function newFormValues(
  pack: Pack,
  channelId: string,
  { now, timeZone }: { now(): Date; timeZone: string },
): FormValues {
  const themeIds = pack.themes.filter(({ on }) => on).map(({ id }) => id);
  const deadline = pack.deadline === undefined ? null : utcOf(pack.deadline, pack.zone ?? timeZone);
  const isToCome = deadline !== null && deadline > now().toISOString();
  return { channelId, themeIds, ...(isToCome ? { deadline } : {}) };
}

/** The same form, filled in. Pack and channel are told, not asked: threads stand in the channel already. */
export const settingsForm = (consultation: Consultation, pack: Pack): ModalView => ({
  ...frame('Settings', 'Save', ids.settingsForm, {
    consultationId: consultation.id,
    version: consultation.version,
  }),
  blocks: [
    context(
      `Pack: ${escapeMrkdwn(pack.title)}. Channel: <#${consultation.channelId}>. Both stay as they were opened.`,
    ),
    ...whatAndWhen(pack, { ...consultation, themeIds: [] }),
    ...whoAndHow(pack, { ...consultation, themeIds: consultation.themes.map(({ id }) => id) }),
  ],
});

const frame = (title: string, submit: string, callbackId: string, metadata: object) => ({
  type: 'modal' as const,
  callback_id: callbackId,
  title: plain(title),
  submit: plain(submit),
  close: plain('Cancel'),
  private_metadata: JSON.stringify(metadata),
});
