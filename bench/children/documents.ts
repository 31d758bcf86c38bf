import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { ConsultationRecord } from '../../src/compile/record.ts';
import type { ExportFormat } from '../../src/domain/export-formats.ts';
import { makeDocument } from '../../src/export/make-document.ts';
import { inventedRecord, type Setting } from '../invented-record.ts';
import { answerParent } from './answer-parent.ts';

export type Making = { format: ExportFormat; size: number };

let record: ConsultationRecord;

const prepare = async ({ count, setting }: { count: number; setting: Setting }): Promise<void> => {
  record = await inventedRecord(count, setting);
};

const timed = (work: () => unknown): number => {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
};

const firstOf = (size: number) => record.contributions.slice(0, size);

/** The whole way from the record to the file's text (ms). */
const make = ({ format, size }: Making): number =>
  timed(() => makeDocument(format, { ...record, contributions: firstOf(size) }));

/** What any program does that takes in the same replies as Markdown and writes them out again, with the same libraries (ms). */
const copy = ({ size }: { size: number }): number =>
  timed(() =>
    firstOf(size)
      .map(({ text }) => toMarkdown(fromMarkdown(text), { extensions: [gfmToMarkdown()] }))
      .join('\n'),
  );

answerParent({ prepare, make, copy });
