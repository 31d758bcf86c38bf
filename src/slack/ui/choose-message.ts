import type { Consultation } from '../../domain/consultation.ts';
import { actions, button, type MessageContent, section } from './blocks.ts';
import { ids } from './ids.ts';

/** Slack takes 25 buttons a row; one row is plenty for one channel. */
const BUTTON_LIMIT = 25;

/** Asks which of a channel's consultations a command is for. */
export function chooseMessage(words: string, consultations: Consultation[]): MessageContent {
  const text = 'This channel has several consultations. Which one do you mean?';
  const offered = consultations.slice(-BUTTON_LIMIT);
  return {
    text,
    blocks: [
      section(text),
      actions(
        ...offered.map(({ id, title }, index) =>
          button(title, `${ids.choose}_${index}`, JSON.stringify({ words, consultationId: id })),
        ),
      ),
    ],
  };
}
