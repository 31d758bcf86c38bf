import type { Detector } from '../reading.ts';
import { type Match, matchesOf, toFinding } from './matches.ts';

const social = /(?<![a-z\d])SC[ -]?\d{6}(?![a-z\d])/gi;
const called =
  /(?<![a-z\d])(?:URN|Ofsted(?: (?:URN|registration|registered|reg|ref|reference|number|no|id)\b){0,2})[\s:#.()-]{0,3}(?:(?:no|number|is|of|for|the|our|home)\b[\s:#.]{0,3}){0,4}\d{6,7}(?![\d,.]\d|[a-z\d])/gi;
const isCharity = /\b(?:OSCR|charit(?:y|ies)|compan(?:y|ies)|Companies House)\b/i;

/**
 * The number under which Ofsted registers a home (SC and six digits) or a provider: it leads to an address. A
 * Scottish charity's or company's has the same shape, and says so.
 */
export const homeUrn: Detector = (reading) =>
  [...matchesOf(reading, social).filter(isNoCharity), ...matchesOf(reading, called)].map(
    toFinding('home-urn', 'block'),
  );

const isNoCharity = ({ before, after }: Match): boolean => !isCharity.test(before) && !isCharity.test(after);
