import { createHash } from 'node:crypto';
import { isOnFile } from '../../domain/action-log.ts';
import { contributionRef } from '../../domain/contribution.ts';
import { isSafeName } from '../safe-name.ts';
import type { Found, RecordKind, StoredRecord } from './stored-record.ts';

/** What tells one set of records from another: how many of each kind, and a hash over all of them in their order. */
export type Tally = { counts: Partial<Record<RecordKind, number>>; sha256: string };

/** One line a record, as a data file has it. */
export const lineOf = (stored: StoredRecord): string => `${JSON.stringify(stored)}\n`;

/** Looks at records one after the other and remembers what the later ones must agree with. */
export type Check = {
  /** What is wrong with it, or null. Keys and references only, never anyone's words. */
  problemOf(found: Found): string | null;
  /** Once all were looked at: a sentence on each contribution that others name and that is not there. */
  missing(): string[];
  tally(): Tally;
};

/** Checks keys and references of a whole store, in the order of `recordKinds`. */
export const createCheck = (): Check => {
  const hash = createHash('sha256');
  const counts: Tally['counts'] = {};
  const keys = new Set<string>();
  const themes = new Map<string, ReadonlySet<string>>();
  const contributions = new Set<string>();
  /** Where each that had not been come upon by then was named first: an export is read before what it printed. */
  const sought = new Map<string, string>();

  const isTwice = (stored: StoredRecord): boolean => {
    const key = keyOf(stored);
    const isKnown = keys.has(key);
    if (stored.kind !== 'action') keys.add(key);
    return isKnown;
  };
  const strayReference = (stored: StoredRecord): string | null => {
    if (stored.kind === 'person') return null;
    const { kind, record } = stored;
    if (kind === 'consultation') {
      themes.set(record.id, new Set(record.themes.map(({ id }) => id)));
      return null;
    }
    const known = themes.get(record.consultationId);
    if (known === undefined) return 'belongs to a consultation that is not there';
    const isElsewhere = kind === 'contribution' && !known.has(record.themeId);
    return isElsewhere ? 'belongs to a theme that its consultation does not have' : null;
  };
  const noteNames = (stored: StoredRecord, where: string): void => {
    if (stored.kind === 'person' || stored.kind === 'consultation') return;
    const keyOfRef = (ref: string) => JSON.stringify([stored.record.consultationId, ref]);
    if (stored.kind === 'contribution') contributions.add(keyOfRef(contributionRef(stored.record)));
    for (const ref of refsIn(stored)) {
      const key = keyOfRef(ref);
      if (contributions.has(key) || sought.has(key)) continue;
      sought.set(key, `${where}: ${named(stored)} names the contribution ${ref}, which is not there.`);
    }
  };
  const complaint = (stored: StoredRecord): string | null => {
    if (isTwice(stored)) return 'is there twice';
    return hasSafeId(stored) ? strayReference(stored) : 'has an id that no store takes';
  };

  return {
    problemOf(found) {
      if ('problem' in found) return found.problem;
      const { stored, where } = found;
      counts[stored.kind] = (counts[stored.kind] ?? 0) + 1;
      hash.update(lineOf(stored));
      noteNames(stored, where);
      const problem = complaint(stored);
      return problem && `${where}: ${named(stored)} ${problem}.`;
    },
    missing: () => [...sought].flatMap(([key, sentence]) => (contributions.has(key) ? [] : sentence)),
    tally: () => ({ counts, sha256: hash.copy().digest('hex') }),
  };
};

/** The contributions that a record names, by their references. None is ever taken away: what is erased keeps its place. */
const refsIn = ({ kind, record }: StoredRecord): string[] => {
  if (kind === 'lastExport') return record.printed.map(({ ref }) => ref);
  return kind === 'action' && record.on !== null && !isOnFile(record) ? [record.on] : [];
};

/** What names a folder or a file of the embedded store. */
const hasSafeId = ({ kind, record }: StoredRecord): boolean => {
  if (kind === 'person') return isSafeName(record.teamId);
  return isSafeName(kind === 'consultation' ? record.id : record.consultationId);
};

/** There only once of each, but for lines of the log, which may be repeated. */
const keyOf = ({ kind, record }: StoredRecord): string => {
  if (kind === 'consultation') return JSON.stringify([kind, record.id]);
  if (kind === 'person') return JSON.stringify([kind, record.teamId, record.userId]);
  if (kind === 'reminders') return JSON.stringify([kind, record.consultationId, record.userId]);
  if (kind === 'contribution')
    return JSON.stringify([kind, record.teamId, record.channelId, record.messageTs]);
  return JSON.stringify([kind, record.consultationId]);
};

const whats = { action: 'a line of the log', lastExport: 'the last export', reminders: 'a reminder' };

const named = ({ kind, record }: StoredRecord): string => {
  if (kind === 'consultation') return `consultation ${record.id}`;
  if (kind === 'person') return `person ${record.userId}`;
  if (kind === 'contribution') return `message ${record.messageTs} of channel ${record.channelId}`;
  const what = whats[kind];
  return `${what} of consultation ${record.consultationId}`;
};
