import type { Consultation } from '../domain/consultation.ts';
import { FieldError } from '../domain/errors.ts';
import { type Finding, isBlocked, saidTypes, typesOf } from '../domain/screening/finding.ts';
import { type Deps, screenOf } from './deps.ts';

type Screening = Pick<Deps, 'packs' | 'screens' | 'screenLists'>;
type Asked = Pick<Consultation, 'packId'>;
type Field = FieldError['field'];

/**
 * Throws a FieldError for the first field of a form whose words the screen blocks; it names the kind of thing only, and
 * where to take it when somebody seems to be at risk.
 */
export function refuseBlocked(
  deps: Screening,
  consultation: Asked,
  fields: Partial<Record<Field, string>>,
): void {
  const screen = screenOf(deps, consultation);
  for (const [field, words] of Object.entries(fields) as [Field, string][]) {
    const findings = screen(words);
    if (isBlocked(findings)) throw refused(deps, field, findings);
  }
}

/** The same of the names on a consultation, which stand on everything that is sent: weak signs too, in both together. */
export function refuseTelling(
  deps: Screening,
  consultation: Asked,
  { title, respondingAs }: Pick<Consultation, 'title' | 'respondingAs'>,
): void {
  const findings = screenOf(
    deps,
    consultation,
  )(`${title}\n${respondingAs}`).filter(({ type }) => type !== 'attribution');
  const [first] = findings;
  if (first !== undefined)
    throw refused(deps, first.start <= title.length ? 'title' : 'respondingAs', findings);
}

function refused({ screenLists }: Pick<Deps, 'screenLists'>, field: Field, findings: Finding[]): FieldError {
  const types = typesOf(findings);
  return new FieldError(
    field,
    types.includes('concern')
      ? screenLists.concernAnswer
      : `This seems to hold ${saidTypes(types)}. Take it out or make it vaguer, then send again.`,
  );
}
