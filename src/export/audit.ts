import { isOnFile, type LoggedAction } from '../domain/action-log.ts';
import { type Consultation, openPart } from '../domain/consultation.ts';
import { type Contribution, contributionRef, hasWords } from '../domain/contribution.ts';
import type { Person } from '../domain/person.ts';
import { textHash } from '../domain/text-hash.ts';
import { type FileKind, fileKindOf } from './file-name.ts';

/** What the bundle is made of. `texts`: of kept files by name, as they are now. */
export type AuditRecord = {
  day: string;
  consultation: Consultation;
  contributions: Contribution[];
  people: Person[];
  actions: LoggedAction[];
  texts: ReadonlyMap<string, string>;
};

/** Files that left, or were made to leave; of the others the bundle holds everything itself. */
const finalKinds: (FileKind | null)[] = ['submission', 'submission-by-question', 'paste'];

/**
 * The account of a consultation for the corporate record: what was kept and dropped, who decided what and why, what
 * was done when, and the final text. What is held, and that something was, is nobody's business but its author's and
 * the reviewer's, so it is not in it. The same record gives the same bytes.
 */
export function auditBundle(record: AuditRecord): string {
  const { day, consultation, contributions, people, actions } = record;
  const bundle = {
    schemaVersion: 1,
    day,
    consultation: openPart(consultation),
    people: people.map(({ userId, name }) => ({ userId, name })),
    contributions: contributions.map(accountOf),
    actions: openActions(actions, contributions).map(({ at, by, what, on }) => ({ at, by, what, on })),
    files: actions
      .filter(({ what }) => what === 'exported')
      .map(({ at, by, on, sha256 }) => ({ at, by, fileName: on, sha256 })),
    finalTexts: finalTexts(record),
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function accountOf(contribution: Contribution) {
  const { text, hash, files, revisions, wording, use, warnings, cleared, endorsers, ...rest } = contribution;
  const { threadTs, themeId, authorId, addedBy, kind, kindFrom, chatter, late, state, editedTs } = rest;
  return {
    ref: contributionRef(contribution),
    threadTs,
    themeId,
    authorId,
    addedBy,
    kind,
    kindFrom,
    chatter,
    late,
    state,
    recordedAt: rest.recordedAt,
    editedTs,
    hash,
    ...(hasWords(contribution) ? { text, files, revisions, wording, use, warnings, endorsers } : {}),
    cleared: cleared && { types: cleared.types, by: cleared.by, at: cleared.at, reason: cleared.reason },
  };
}

/** Without what tells that a reply was held, and without any line on one that is: those are not among `contributions`. */
function openActions(actions: LoggedAction[], contributions: Contribution[]): LoggedAction[] {
  const refs = new Set(contributions.map(contributionRef));
  return actions.filter((action) => {
    const { on, what } = action;
    const isOfHolding = what === 'held' || what === 'appealed' || what === 'kept held';
    return on === null || isOnFile(action) || (refs.has(on) && !isOfHolding);
  });
}

/** The latest file of each kind that can leave, with its text where that is still what was made. */
function finalTexts({ actions, texts }: AuditRecord) {
  const latest = new Map(
    actions
      .filter(({ what, on }) => what === 'exported' && on !== null && finalKinds.includes(fileKindOf(on)))
      .map((action) => [fileKindOf(action.on ?? ''), action]),
  );
  return [...latest].map(([kind, { at, on, sha256 }]) => {
    const text = texts.get(on ?? '') ?? null;
    const isAsMade = text !== null && textHash(text) === sha256;
    return { kind, at, fileName: on, sha256, isAsMade, text: isAsMade ? text : null };
  });
}
