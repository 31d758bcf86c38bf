import { z } from 'zod';

/** What the screen looks for, and how each is called to people: the kind of thing, never the thing. */
const names = {
  'nhs-number': 'an NHS number',
  upn: 'a pupil number',
  uln: 'a learner number',
  nino: 'a National Insurance number',
  postcode: 'a full postcode',
  'outward-postcode': 'part of a postcode',
  'date-of-birth': 'a date of birth',
  'exact-age': 'an exact age',
  initials: 'a child’s or relative’s initials',
  'first-name': 'a first name beside a child or relative',
  phone: 'a telephone number',
  email: 'an e-mail address',
  'case-reference': 'a case or record number',
  'court-reference': 'a court case number',
  'home-urn': 'a registration number of a home',
  'named-place': 'a named school, home, ward or street',
  'small-number': 'a count of 1 to 5 in a place or group',
  'live-proceedings': 'live court proceedings',
  'slack-id': 'a Slack id',
  'professional-id': 'a professional’s registration number',
  attribution: 'a wish not to be quoted',
  concern: 'a child or adult who may be at risk now',
} as const;

export type FindingType = keyof typeof names;
export const findingTypes = Object.keys(names) as FindingType[];
export const findingTypeSchema = z.enum(findingTypes);

/**
 * block: the text may not be kept. warn: an editor looks at it first. Two weak signs in one text are a strong one.
 * Nothing here ever holds the value that was found, and nothing that does is logged, stored or said.
 */
export type Finding = {
  type: FindingType;
  strength: 'block' | 'warn';
  /** UTF-16 units of the text that was screened, end exclusive. */
  start: number;
  end: number;
};

/** Text in, findings out, in the order of the text. */
export type Screen = (text: string) => Finding[];

/** The types found, each once, in the order of the list above. */
export const typesOf = (findings: Finding[]): FindingType[] =>
  findingTypes.filter((type) => findings.some((finding) => finding.type === type));

export const isBlocked = (findings: Finding[]): boolean =>
  findings.some(({ strength }) => strength === 'block');

/** "an NHS number", "a first name beside a child or relative and a telephone number". */
export function saidTypes(types: readonly FindingType[]): string {
  const said = types.map((type) => names[type]);
  const last = said.pop() ?? '';
  return said.length === 0 ? last : `${said.join(', ')} and ${last}`;
}
