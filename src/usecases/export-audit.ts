import { auditBundle } from '../export/audit.ts';
import { exportsMadeOf } from './delete-export.ts';
import type { Deps } from './deps.ts';
import { erasuresUntilNow, keepDocument } from './keep-document.ts';
import { recordOf } from './record-of.ts';
import { onConsultation } from './use-case.ts';

export type AuditFile = { fileName: string; content: string };

/** The bundle for the corporate record. It holds what was left out, so it is for the editor who asks. */
export const exportAudit = onConsultation(
  'document.export',
  async (deps: Deps, consultation, _input: { consultationId: string }, actor): Promise<AuditFile> => {
    const before = await erasuresUntilNow(deps, { consultation });
    const record = await recordOf(deps, { consultation });
    const actions = await deps.store.listActions(consultation.id);
    const content = auditBundle({ ...record, actions, texts: await textsOf(deps, consultation.id) });
    const { fileName } = await keepDocument(deps, {
      consultation,
      day: record.day,
      kind: 'audit',
      content,
      by: actor.userId,
      before,
    });
    return { fileName, content };
  },
);

async function textsOf(deps: Deps, consultationId: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of await exportsMadeOf(deps, consultationId)) {
    const text = await deps.exports.read(name);
    if (text !== null) texts.set(name, text);
  }
  return texts;
}
