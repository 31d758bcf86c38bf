import type { Consultation } from '../domain/consultation.ts';
import { FieldError } from '../domain/errors.ts';
import { isBlocked, saidTypes, typesOf } from '../domain/screening/finding.ts';
import { type Deps, screenOf } from './deps.ts';

/** Throws a FieldError for the first field of a form whose words the screen blocks; it names the kind of thing only. */
export function refuseBlocked(
  deps: Pick<Deps, 'packs' | 'screens'>,
  consultation: Pick<Consultation, 'packId'>,
  fields: Partial<Record<FieldError['field'], string>>,
): void {
  const screen = screenOf(deps, consultation);
  for (const [field, words] of Object.entries(fields) as [FieldError['field'], string][]) {
    const findings = screen(words);
    if (isBlocked(findings)) {
      const types = saidTypes(typesOf(findings));
      throw new FieldError(
        field,
        `This seems to hold ${types}. Take it out or make it vaguer, then send again.`,
      );
    }
  }
}
