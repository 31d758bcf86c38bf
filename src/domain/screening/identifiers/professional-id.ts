import type { Detector } from '../reading.ts';
import { matchesOf, toFinding } from './matches.ts';

const named = String.raw`[\s:#.(-]{0,3}(?:(?:registration|registered|reg|register|number|no|ref|pin|id|is|under)\b[\s:#.)-]{0,3}){0,4}`;
const shapes = [
  String.raw`SW(?:\d{4,6}|[\s:#.-]{1,3}\d{5,6})`,
  String.raw`(?:Social Work England|SWE)${named}(?:SW)?\d{4,6}`,
  String.raw`GMC${named}\d{7}`,
  String.raw`NMC${named}\d\d[A-Z]\d{4}[A-Z]`,
  String.raw`HCPC${named}[A-Z]{2,3}\d{4,6}`,
];
const anyShape = new RegExp(String.raw`(?<![a-z\d])(?:${shapes.join('|')})(?!\d|[,.]\d|[a-z])`, 'gi');
/** "we have SW 12000 posts": social workers, counted. */
const isCounted =
  /^ (?:[a-z]+ )?(?:posts|vacanc(?:y|ies)|staff|workers|cases|hours|days|visits|jobs|leavers|starters|nationally|in total)\b/i;
const isYear = /\D (?:19|20)\d\d$/;

/** A registration number of a social worker (SW and digits), doctor (GMC), nurse (NMC) or other professional (HCPC). */
export const professionalId: Detector = (reading) =>
  matchesOf(reading, anyShape)
    .filter(({ text, after }) => !isYear.test(text) && !isCounted.test(after))
    .map(toFinding('professional-id', 'warn'));
