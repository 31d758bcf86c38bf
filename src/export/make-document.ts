import { compileDocument } from '../compile/compile-document.ts';
import type { ConsultationRecord } from '../compile/record.ts';
import type { ExportRecord } from '../domain/consultation.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import type { exportFileName } from './file-name.ts';
import { exportJson } from './json.ts';
import { pasteSheet } from './paste-sheet.ts';
import { toMarkdown } from './to-markdown.ts';

/** `printed`: of a submission only; drafts, paste sheets and JSON are not what is sent. */
export type MadeDocument = {
  kind: Parameters<typeof exportFileName>[2];
  content: string;
  printed: ExportRecord['printed'] | null;
};

/** The whole file. Pure, and slow for a large consultation: not for the thread that answers Slack. */
export function makeDocument(format: ExportFormat, record: ConsultationRecord): MadeDocument {
  if (format === 'paste') return { kind: 'paste', content: pasteSheet(record), printed: null };
  if (format === 'json') return { kind: 'json', content: exportJson(record), printed: null };
  if (format === 'draft') {
    return {
      kind: 'working-draft',
      content: toMarkdown(compileDocument(record, 'workingDraft').tree),
      printed: null,
    };
  }
  const byQuestion = format === 'markdown questions';
  const { tree, printed } = compileDocument(record, byQuestion ? 'question' : 'theme');
  return { kind: byQuestion ? 'submission-by-question' : 'submission', content: toMarkdown(tree), printed };
}
