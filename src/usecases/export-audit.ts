import { auditBundle } from '../export/audit.ts';
import { exportFileName } from '../export/file-name.ts';
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
    const content = auditBundle({ ...record, actions, texts: await textsOf(deps, actions) });
    const fileName = exportFileName(consultation, record.day, 'audit');
    await keepDocument(deps, { consultation, fileName, content, by: actor.userId, before });
    return { fileName, content };
  },
);

async function textsOf(
  { exports }: Deps,
  actions: { what: string; on: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Set(actions.flatMap(({ what, on }) => (what === 'exported' && on !== null ? [on] : [])));
  const texts = new Map<string, string>();
  for (const name of names) {
    const text = await exports.read(name);
    if (text !== null) texts.set(name, text);
  }
  return texts;
}
