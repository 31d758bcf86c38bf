import type { Consultation } from '../domain/consultation.ts';
import { UserError } from '../domain/errors.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import type { Stopped } from '../export/look-over.ts';
import type { Deps } from './deps.ts';
import { erasuresUntilNow, keepDocument } from './keep-document.ts';
import { recordOf } from './record-of.ts';
import { onConsultation } from './use-case.ts';

export type ExportedDocument = {
  consultation: Consultation;
  fileName: string;
  /** Where it is kept on this machine. */
  path: string;
  content: string;
};

/** The screen does not let a submission go: why, for whoever words it, without anything that was found. */
export class SubmissionStopped extends UserError {
  override name = 'SubmissionStopped';
  readonly stopped: Stopped;

  constructor(stopped: Stopped) {
    super('The submission was not made, because it seems to hold what must not leave.');
    this.stopped = stopped;
  }
}

/** `begin` is called once it is clear that the person may: what takes long should say that it goes on. */
export type ExportRequest = { consultationId: string; format: ExportFormat; begin(): Promise<unknown> };

/** Makes a document of what is recorded now and keeps it under exports/. A submission is remembered, so that the next draft can say what changed since. */
export const exportDocument = onConsultation(
  'document.export',
  async (deps: Deps, consultation, { format, begin }: ExportRequest, actor): Promise<ExportedDocument> => {
    if (consultation.expiredAt !== null) throw new UserError(EXPIRED);
    await begin();
    const before = await erasuresUntilNow(deps, { consultation });
    const record = await recordOf(deps, { consultation });
    const made = await deps.makeDocument(format, record);
    if (made.stopped !== null) throw new SubmissionStopped(made.stopped);
    const { fileName, path, sha256 } = await keepDocument(deps, {
      consultation,
      day: record.day,
      kind: made.kind,
      content: made.content,
      by: actor.userId,
      before,
    });
    if (made.printed !== null) {
      await deps.store.saveLastExport({
        consultationId: consultation.id,
        day: record.day,
        at: deps.now().toISOString(),
        by: actor.userId,
        fileName,
        sha256,
        printed: made.printed,
      });
    }
    return { consultation, fileName, path, content: made.content };
  },
);

const EXPIRED =
  'The words of this consultation are gone, as “Keep words for” said, so nothing more can be made of it. Its submissions are still in the opening thread.';
