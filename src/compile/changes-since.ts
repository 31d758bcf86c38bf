import { contributionRef } from '../domain/contribution.ts';
import { longDate } from '../domain/dates.ts';
import type { Arranged } from './arrange.ts';
import type { DraftReplies } from './draft-reply.ts';
import { printedItems } from './printed-items.ts';
import type { ConsultationRecord } from './record.ts';
import type { Reply } from './reply.ts';
import type { ChangesView } from './view.ts';

/** What the next submission would say otherwise than the last one that was exported. Null when none was. */
export function changesSince(
  { lastExport, contributions }: ConsultationRecord,
  arranged: Arranged,
  { reply, nameOf }: DraftReplies,
): ChangesView | null {
  if (lastExport === null) return null;
  const before = new Map(lastExport.printed.map(({ ref, hash }) => [ref, hash]));
  const placeBefore = new Map(lastExport.printed.map(({ ref, place }) => [ref, place]));
  const repliesIn = (items: Arranged['queries']) => items.flatMap(({ printed, same }) => [printed, ...same]);
  const printed = repliesIn(printedItems(arranged));
  // A query stands in a submission by question only: there or not, it is no change.
  const standing = [...printed, ...repliesIn(arranged.queries)];
  const refs = new Set(standing.map(({ ref }) => ref));
  const authorOf = new Map(contributions.map((one) => [contributionRef(one), one.authorId]));
  const reasonOf = new Map(arranged.leftOut.map(({ reply: { ref }, reason }) => [ref, reason]));
  const gone = [...before.keys()].filter((ref) => !refs.has(ref));
  return {
    day: longDate(lastExport.day, 'UTC'),
    fileName: lastExport.fileName,
    added: printed.filter(({ ref }) => !before.has(ref)).map(reply),
    edited: standing.filter(({ ref, hash }) => before.has(ref) && before.get(ref) !== hash).map(reply),
    moved: standing
      .filter((one) => before.get(one.ref) === one.hash && placeBefore.get(one.ref) !== placeOf(one))
      .map(reply),
    gone: gone.map((ref) => {
      const author = authorOf.get(ref);
      // Whoever is left with no words that are kept is not named either.
      const whose =
        author === undefined || nameOf(author) === author ? 'A reply' : `A reply by ${nameOf(author)}`;
      return `${whose} is no longer there. ${reasonOf.get(ref) ?? 'It was taken back.'}`;
    }),
  };
}

const placeOf = ({ contribution: { themeId, kind } }: Reply): string => `${themeId}/${kind ?? 'unsorted'}`;
