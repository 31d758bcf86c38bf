import { DateTime, IANAZone } from 'luxon';
import type { PackFile } from '../domain/pack.ts';
import { repeatedIds, unknownIds } from './check-ids.ts';
import type { Complaint } from './complaint.ts';

type Found = Omit<Complaint, 'file'>;

/** What the shape of a pack.yaml cannot say: names that must be unique or known, times that must exist. */
export const checkPack = (pack: PackFile, folder: string): Found[] => [
  ...(pack.id === folder ? [] : [{ path: 'id', reason: `must be the folder's name, ${folder}` }]),
  ...checkTime(pack),
  ...repeatedIds('questions', pack.questions),
  ...repeatedIds('themes', pack.themes),
  ...(pack.themes.some(({ on }) => on) ? [] : [{ path: 'themes', reason: 'at least one must be on' }]),
  ...checkMap(pack),
];

function checkMap({ map, questions, themes }: PackFile): Found[] {
  return map.flatMap((line, index) => [
    ...unknownIds(`map.${index}.themes`, line.themes ?? [], themes, 'theme'),
    ...(questions.some(({ id }) => id === line.question)
      ? []
      : [{ path: `map.${index}.question`, reason: `there is no question ${line.question}` }]),
  ]);
}

function checkTime({ zone, deadline, openUntil }: PackFile): Found[] {
  if (zone === undefined) {
    return deadline === undefined ? [] : [{ path: 'zone', reason: 'must be given with a deadline' }];
  }
  // Node also takes "+01:00" for a zone, which knows no summer time.
  if (!/^[a-z]/i.test(zone) || !IANAZone.isValidZone(zone)) {
    return [{ path: 'zone', reason: 'must be a time zone such as Europe/London' }];
  }
  const found: Found[] = [];
  if (deadline !== undefined && !existsIn(zone, deadline)) {
    found.push({ path: 'deadline', reason: `is not a time that exists in ${zone}` });
  }
  if (deadline !== undefined && openUntil !== undefined) {
    found.push({ path: 'openUntil', reason: 'is only for a call whose deadline is not known' });
  }
  if (openUntil !== undefined && openUntil.atMost < openUntil.atLeast) {
    found.push({ path: 'openUntil.atMost', reason: 'must not be earlier than atLeast' });
  }
  return found;
}

/** Luxon moves a time that a change of clocks leaves out; then it is no longer what was written. */
const existsIn = (zone: string, local: string): boolean =>
  DateTime.fromISO(local, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") === local;
