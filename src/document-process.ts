import { promisify } from 'node:util';
import type { ConsultationRecord } from './compile/record.ts';
import type { ExportFormat } from './domain/export-formats.ts';
import type { DocumentAnswer, DocumentOrder } from './make-apart.ts';
import { stackFrames } from './stack-frames.ts';

const contributions: ConsultationRecord['contributions'] = [];

/** The process behind makeApart: makes the one document that it is sent, and ends. */
process.on('message', async (order: DocumentOrder) => {
  if ('contributions' in order) contributions.push(...order.contributions);
  else {
    await answer(order.format, { ...order.rest, contributions });
    process.disconnect();
  }
});

// A signal to the whole group is for the app, which finishes this document first; without the app there is no use in it.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => undefined);
process.once('disconnect', () => process.exit());

/** Characters: to read all of a large document at once would keep the app from everything else. */
const AT_ONCE = 1_000_000;

async function answer(format: ExportFormat, record: ConsultationRecord): Promise<void> {
  try {
    // Loaded only now, so that the signals are heeded from the beginning.
    const { makeDocument } = await import('./export/make-document.ts');
    const { content, ...made } = makeDocument(format, record);
    for (let at = 0; at < content.length; at += AT_ONCE)
      await send({ content: content.slice(at, at + AT_ONCE) });
    await send({ made });
  } catch (error) {
    await send({ failed: placeOf(error) });
  }
}

const send = promisify((told: DocumentAnswer, sent: (error: Error | null) => void) =>
  process.send?.(told, undefined, undefined, sent),
);

function placeOf(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  return {
    name: error.name,
    at: stackFrames(error)
      .map((frame) => `    ${frame}`)
      .join('\n'),
  };
}
