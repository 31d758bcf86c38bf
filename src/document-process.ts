import type { ConsultationRecord } from './compile/record.ts';
import type { ExportFormat } from './domain/export-formats.ts';
import type { DocumentAnswer, DocumentOrder } from './make-apart.ts';
import { stackFrames } from './stack-frames.ts';

const contributions: ConsultationRecord['contributions'] = [];

/** The process behind makeApart: makes the one document that it is sent, and ends. */
process.on('message', async (order: DocumentOrder) => {
  if ('contributions' in order) contributions.push(...order.contributions);
  else
    process.send?.(await answerTo(order.format, { ...order.rest, contributions }), () =>
      process.disconnect(),
    );
});

// A signal to the whole group is for the app, which finishes this document first; without the app there is no use in it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit());

async function answerTo(format: ExportFormat, record: ConsultationRecord): Promise<DocumentAnswer> {
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
