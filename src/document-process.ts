import type { DocumentAnswer, DocumentOrder } from './make-apart.ts';
import { stackFrames } from './stack-frames.ts';

/** The process behind makeApart: makes the one document that it is sent, and ends. */
process.once('message', async (order: DocumentOrder) => {
  process.send?.(await answerTo(order), () => process.disconnect());
});

// A signal to the whole group is for the app, which finishes this document first; without the app there is no use in it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit());

async function answerTo({ format, record }: DocumentOrder): Promise<DocumentAnswer> {
  try {
    // Loaded only now, so that the signals are heeded from the beginning.
    const { makeDocument } = await import('./export/make-document.ts');
    return { made: makeDocument(format, record) };
  } catch (error) {
    return { failed: placeOf(error) };
  }
}

function placeOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  return {
    name: error.name,
    at: stackFrames(error)
      .map((frame) => `    ${frame}`)
      .join('\n'),
  };
}
