import type { ModalView } from '@slack/types';
import type { Consultation } from '../../domain/consultation.ts';
import { context, plain } from './blocks.ts';
import { ids } from './ids.ts';
import { input, option } from './inputs.ts';

/** Slack takes 100 groups of options; the newest are offered. */
const GROUP_LIMIT = 100;

type Message = { channelId: string; messageTs: string; threadTs: string | null };

/** The form behind “Add to consultation”: which of the open consultations, and which theme. */
export const addForm = (consultations: Consultation[], message: Message): ModalView => ({
  type: 'modal',
  callback_id: ids.addForm,
  title: plain('Add to consultation'),
  submit: plain('Add'),
  close: plain('Cancel'),
  private_metadata: JSON.stringify(message),
  blocks: [
    input(ids.field.place, 'Theme', {
      type: 'static_select',
      action_id: ids.field.place,
      option_groups: consultations.slice(-GROUP_LIMIT).map(({ id, title, themes }) => ({
        label: plain(title, 75),
        options: themes.map((theme) => option(`${id}/${theme.id}`, theme.title)),
      })),
    }),
    context(
      'The message is recorded as it stands. If it is a colleague’s, they are told privately and can withdraw it.',
    ),
  ],
});
