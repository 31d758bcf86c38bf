import { type CaptureContext, type Reply, screenedWords } from '../domain/capture.ts';
import type { Consultation } from '../domain/consultation.ts';
import { textHash } from '../domain/text-hash.ts';
import { type Deps, screenOf } from './deps.ts';

/** What a reply, read from Slack or told of by it, is recorded with. The screen looks at most once, and only when it is asked. */
export const captureContext = (
  deps: Deps,
  consultation: Consultation,
  themeId: string,
  reply: Reply,
  isRead: boolean,
): CaptureContext => ({
  consultation,
  themeId,
  cues: deps.cues,
  hash: textHash(reply.text),
  now: deps.now().toISOString(),
  findings: once(() => screenOf(deps, consultation)(screenedWords(reply))),
  salt: deps.newId(),
  isRead,
});

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
