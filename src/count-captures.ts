import type { Reply } from './domain/capture.ts';
import type { Metrics } from './metrics.ts';
import type { Deps } from './usecases/deps.ts';
import type { RecordedReply } from './usecases/record-reply.ts';

type Counts = Pick<Metrics, 'captures' | 'captureLagSeconds' | 'screenFindings'>;

/** Counts what became of each message, and how long after its writing that was durable. */
export const countCaptures =
  ({ captures, captureLagSeconds, screenFindings }: Counts, now: () => Date): Deps['onCaptured'] =>
  (reply, result) => {
    const outcome = outcomeOf(result);
    captures.add({ outcome });
    if (!('contribution' in result) || outcome === 'unchanged') return;
    captureLagSeconds.observe({}, secondsSince(reply, now()));
    if (outcome === 'held') screenFindings.add({ strength: 'block' });
    else if (result.contribution.warnings.length > 0) screenFindings.add({ strength: 'warn' });
  };

function outcomeOf(result: RecordedReply): string {
  if (!('contribution' in result) || result.isNews) return result.outcome;
  return result.isEdited ? 'edited' : 'unchanged';
}

/** Slack's clock and ours may differ: never less than none. */
const secondsSince = ({ messageTs, editedTs }: Reply, now: Date): number =>
  Math.max(0, now.getTime() / 1000 - Number(editedTs ?? messageTs));
