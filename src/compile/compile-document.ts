import type { Root } from 'mdast';
import type { ExportRecord } from '../domain/consultation.ts';
import { arrange } from './arrange.ts';
import { named, namelessAmong } from './clean-text.ts';
import { draftView } from './draft-view.ts';
import { emptyReferenceList, numberReferences } from './number-references.ts';
import { printedItems, printedReplies } from './printed-items.ts';
import type { ConsultationRecord } from './record.ts';
import { renderLayout } from './render-layout.ts';
import { submissionView } from './submission-view.ts';

export type CompiledDocument = {
  tree: Root;
  /** Every contribution that the document stands on, with the hash of the words that were printed. */
  printed: ExportRecord['printed'];
};

/** The document of a record in one of its pack's layouts. Pure: the same record gives the same tree. */
export function compileDocument(
  record: ConsultationRecord,
  layout: 'theme' | 'question' | 'workingDraft',
): CompiledDocument {
  const references = emptyReferenceList();
  const names = new Map(record.people.map(({ userId, name }) => [userId, name]));
  const naming = layout === 'workingDraft' ? named(names) : namelessAmong([...names.values()]);
  const arranged = arrange(record, layout === 'question' ? 'question' : 'theme', naming);
  const view =
    layout === 'workingDraft'
      ? draftView(record, arranged, references)
      : submissionView(record, arranged, layout, references);
  const tree = renderLayout(record.pack, layout, view);
  numberReferences(tree, references, record.pack);
  return { tree, printed: printedReplies(printedItems(arranged)) };
}
