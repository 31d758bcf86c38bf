import type { Detector } from '../reading.ts';
import { findDateOfBirth } from './date-of-birth.ts';
import { findExactAge } from './exact-age.ts';
import { findFirstName } from './first-name.ts';
import { findInitials } from './initials.ts';
import { findLiveProceedings } from './live-proceedings.ts';
import { findNamedPlace } from './named-place.ts';
import { findSmallNumber } from './small-number.ts';

/** What identifies a child only by what stands near it: table 4.2 of the domain, its rows with context. */
export const contextDetectors: Detector[] = [
  findDateOfBirth,
  findExactAge,
  findInitials,
  findFirstName,
  findNamedPlace,
  findSmallNumber,
  findLiveProceedings,
];
