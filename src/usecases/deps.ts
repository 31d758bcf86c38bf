import type { ConsultationRecord } from '../compile/record.ts';
import type { Reply } from '../domain/capture.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { Cues } from '../domain/cues.ts';
import { SetupError } from '../domain/errors.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import type { Pack } from '../domain/pack.ts';
import type { Screen } from '../domain/screening/finding.ts';
import type { ScreenLists } from '../domain/screening/lists.ts';
import type { Exports } from '../export/exports.ts';
import type { MadeDocument } from '../export/make-document.ts';
import type { Store } from '../store/store.ts';
import type { RecordedReply } from './record-reply.ts';
import type { Workspace } from './workspace.ts';

/** The world as the use cases see it. */
export type Deps = {
  store: Store;
  workspace: Workspace;
  packs: Pack[];
  cues: Cues;
  screenLists: ScreenLists;
  /** The screen by pack id: each pack allows names of its own. */
  screens: ReadonlyMap<string, Screen>;
  timeZone: string;
  /** Makes a document without holding up what goes on meanwhile. */
  makeDocument(format: ExportFormat, record: ConsultationRecord): Promise<MadeDocument>;
  /** What is kept under the data folder's exports/. */
  exports: Exports;
  /** Told of every message, and what became of it, so that it can be counted. */
  onCaptured(reply: Reply, result: RecordedReply): void;
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

/** The screen of a consultation. Throws a SetupError when its pack's folder was taken away. */
export function screenOf(
  deps: Pick<Deps, 'packs' | 'screens'>,
  { packId }: Pick<Consultation, 'packId'>,
): Screen {
  const { id } = packOf(deps, packId);
  const screen = deps.screens.get(id);
  if (screen === undefined) throw new Error('A pack has no screen.');
  return screen;
}
