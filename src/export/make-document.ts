import { compileDocument } from '../compile/compile-document.ts';
import type { ConsultationRecord } from '../compile/record.ts';
import type { ExportRecord } from '../domain/consultation.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import type { FileKind } from './file-name.ts';
import { exportJson } from './json.ts';
import { lookOver, type Stopped } from './look-over.ts';
import { pasteSheet } from './paste-sheet.ts';
import { toMarkdown } from './to-markdown.ts';

/** `printed`: of a submission only; drafts, paste sheets and JSON are not what is sent. */
export type MadeDocument = {
  kind: FileKind;
  content: string;
  printed: ExportRecord['printed'] | null;
  /** Of a submission that the screen blocks; it must not leave. */
  stopped: Stopped | null;
};

/** The whole file. Pure, and slow for a large consultation: not for the thread that answers Slack. */
export function makeDocument(format: ExportFormat, record: ConsultationRecord): MadeDocument {
  const inside = { printed: null, stopped: null };
  if (format === 'json') return { kind: 'json', content: exportJson(record), ...inside };
  if (format === 'draft') {
    const { tree } = compileDocument(record, 'workingDraft');
    return { kind: 'working-draft', content: toMarkdown(tree), ...inside };
  }
  const { tree, printed } = compileDocument(record, format === 'markdown' ? 'theme' : 'question');
  const stopped = lookOver(record, tree, printed);
  if (format === 'paste') return { kind: 'paste', content: pasteSheet(record), printed: null, stopped };
  const kind = format === 'markdown' ? 'submission' : 'submission-by-question';
  return { kind, content: toMarkdown(tree), printed, stopped };
}
