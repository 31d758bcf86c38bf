import type { Detector } from '../reading.ts';
import { caseReference } from './case-reference.ts';
import { courtReference } from './court-reference.ts';
import { email } from './email.ts';
import { healthNumber } from './health-number.ts';
import { homeUrn } from './home-urn.ts';
import { learnerNumber } from './learner-number.ts';
import { nationalInsuranceNumber } from './national-insurance.ts';
import { outwardPostcode } from './outward-postcode.ts';
import { phone } from './phone.ts';
import { postcode } from './postcode.ts';
import { professionalId } from './professional-id.ts';
import { pupilNumber } from './pupil-number.ts';
import { slackId } from './slack-id.ts';

/** The fewest digits that each needs: most texts hold none, or a year. */
const withDigits: [least: number, Detector][] = [
  [10, healthNumber],
  [10, learnerNumber],
  [11, pupilNumber],
  [6, nationalInsuranceNumber],
  [1, postcode],
  [1, outwardPostcode],
  [10, phone],
  [4, caseReference],
  [7, courtReference],
  [6, homeUrn],
  [1, slackId],
  [4, professionalId],
];

/** Everything that has a form of its own. */
export const identifiers: Detector = (reading, lists) => {
  const digits = reading.text.match(/\d/g)?.length ?? 0;
  return [
    ...email(reading, lists),
    ...withDigits.flatMap(([least, detector]) => (digits < least ? [] : detector(reading, lists))),
  ];
};
