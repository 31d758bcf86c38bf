import type { Consultation, ExportRecord } from '../domain/consultation.ts';
import type { Contribution } from '../domain/contribution.ts';
import type { Cues } from '../domain/cues.ts';
import type { Pack } from '../domain/pack.ts';
import type { Person } from '../domain/person.ts';
import type { ScreenLists } from '../domain/screening/lists.ts';

/** Everything a document is made of: the same record gives the same bytes. */
export type ConsultationRecord = {
  consultation: Consultation;
  pack: Pack;
  cues: Cues;
  /** What a submission is looked over with before it leaves. */
  screenLists: ScreenLists;
  /** All of the consultation but what is held, in order of their messages. */
  contributions: Contribution[];
  people: Person[];
  /** "https://eastmarsh.slack.com", without a slash at the end: for links back to the messages. */
  workspaceUrl: string;
  /** The day of the document in the consultation's zone, "2026-11-21". */
  day: string;
  lastExport: ExportRecord | null;
};
