import { makeDocument } from './export/make-document.ts';
import type { DocumentOrder } from './make-apart.ts';

/** The process behind makeApart: makes the one document that it is sent, and ends. */
process.once('message', ({ format, record }: DocumentOrder) => {
  process.send?.(makeDocument(format, record), () => process.disconnect());
});
