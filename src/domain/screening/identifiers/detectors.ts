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

/** Most texts hold no digit, and then none of these has anything to find. */
const withDigits: Detector[] = [
  healthNumber,
  learnerNumber,
  pupilNumber,
  nationalInsuranceNumber,
  postcode,
  outwardPostcode,
  phone,
  caseReference,
  courtReference,
  homeUrn,
  slackId,
  professionalId,
];

/** Everything that has a form of its own. */
export const identifiers: Detector = (reading, lists) => [
  ...email(reading, lists),
  ...(/\d/.test(reading.text) ? withDigits.flatMap((detector) => detector(reading, lists)) : []),
];
