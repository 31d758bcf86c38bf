import type { ConsultationRecord } from '../compile/record.ts';
import type { Cues } from '../domain/cues.ts';
import { SetupError } from '../domain/errors.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import type { Pack } from '../domain/pack.ts';
import type { MadeDocument } from '../export/make-document.ts';
import type { Store } from '../store/store.ts';
import type { Workspace } from './workspace.ts';

/** The world as the use cases see it. */
export type Deps = {
  store: Store;
  workspace: Workspace;
  packs: Pack[];
  cues: Cues;
  timeZone: string;
  /** Makes a document without holding up what goes on meanwhile. */
  makeDocument(format: ExportFormat, record: ConsultationRecord): Promise<MadeDocument>;
  /** Keeps a document under the data folder's exports/ and returns its path; the same name is written anew. */
  keepExport(fileName: string, content: string): Promise<string>;
  now(): Date;
  newId(): string;
};

/** The pack of a consultation. Throws a SetupError when its folder was taken away. */
export function packOf({ packs }: Pick<Deps, 'packs'>, packId: string): Pack {
  const pack = packs.find(({ id }) => id === packId);
  if (pack === undefined) {
    throw new SetupError(
      `The pack "${packId}" is not in the templates folder. Put it back, then start again.`,
    );
  }
  return pack;
}
