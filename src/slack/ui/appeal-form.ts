import type { ModalView } from '@slack/types';
import type { z } from 'zod';
import { plain, section } from './blocks.ts';
import { type FormState, type Parsed, typedLine } from './form-state.ts';
import { ids } from './ids.ts';
import { input, textInput } from './inputs.ts';
import type { appealMetadataSchema } from './values.ts';

/** In characters: it is to be read beside others, in a message. */
const REASON_LIMIT = 250;

const frame = { type: 'modal', callback_id: ids.appealForm, title: plain('Not about a person') } as const;

/** The form behind “This is not about a person”. */
export const appealForm = (held: z.infer<typeof appealMetadataSchema>): ModalView => ({
  ...frame,
  submit: plain('Send'),
  close: plain('Cancel'),
  private_metadata: JSON.stringify(held),
  blocks: [
    section(
      'The safeguarding reviewer reads your reply in Slack, and your reason, and decides whether it is recorded.',
    ),
    input(ids.field.reason, 'Why is it not about a person?', textInput(ids.field.reason), {
      hint: `Up to ${REASON_LIMIT} characters. Leave out what could identify somebody: the reason is looked at too.`,
    }),
  ],
});

/** The reason on one line, or what is wrong with it. */
export function parseAppealForm(state: FormState): Parsed<string> {
  const reason = typedLine(state, ids.field.reason);
  if (reason === '') return wrong('Say in a few words why it is not about a person.');
  if (reason.length > REASON_LIMIT)
    return wrong(`Shorten this to ${REASON_LIMIT} characters: it has ${reason.length}.`);
  return { ok: true, value: reason };
}

const wrong = (message: string) => ({ ok: false as const, errors: { [ids.field.reason]: message } });

/** What the form shows once the reason is kept. */
export const appealSent: ModalView = {
  ...frame,
  close: plain('Done'),
  blocks: [section('Your reason is with the safeguarding reviewer. You are told what they decide.')],
};
