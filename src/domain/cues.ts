import { z } from 'zod';
import { kindSchema } from './contribution.ts';

const phrases = z.array(z.string().trim().min(1));

/** Word lists that sort replies: data (templates/shared/cues.yaml), so that a policy lead can change them. */
export const cuesSchema = z.strictObject({
  kinds: z.array(
    z.strictObject({
      kind: kindSchema,
      /** "Recommendation" in "Recommendation: …"; the label is not printed. */
      labels: phrases,
      /** "we should ask" in "We should ask for …"; the words are part of the sentence. */
      openings: phrases,
    }),
  ),
  /** Whoever writes one of these does not want the reply used as it stands; … matches up to six words. */
  holdBack: phrases,
  /** A reply of nothing but these and emoji is chatter. */
  chatter: phrases,
  /** Slack reaction names, without skin tone, that endorse. */
  endorsements: phrases,
  /** Words that politeness adds and meaning does not need; passed over when replies are compared. */
  politeness: phrases,
  /** Words that turn a meaning round; replies that differ in them are never merged. */
  negations: phrases,
  /** Words near a figure that make it the team's own, for which no source of the pack is cited: "our", "locally". */
  ownFigures: phrases,
  /** Phrases that hold one of those and say nothing of whose figure it is: "we support", "our country". */
  notOwnFigures: phrases,
});
export type Cues = z.infer<typeof cuesSchema>;
