import { z } from 'zod';
import { type Kind, kindSchema } from '../../domain/contribution.ts';
import { ids } from './ids.ts';
import { chosenValue, type FormState, oneLine, type Parsed, typedValue } from './parse-consultation-form.ts';

const { field } = ids;

export type ContributionInput = {
  kind: Kind | null;
  themeId: string;
  /** What an editor decided; null in the form of somebody who is none. */
  decision: { inSubmission: boolean; reason: string; wording: string | null } | null;
};

/** Leaving a contribution out needs a reason: it is asked for later. */
export function parseContributionForm(state: FormState, isEditor: boolean): Parsed<ContributionInput> {
  const use = z.looseObject({ selected_option: z.looseObject({ value: z.string() }).nullish() });
  const chosenUse = use.safeParse(state[field.use]?.[field.use]);
  const inSubmission = chosenUse.success && chosenUse.data.selected_option?.value === 'yes';
  const reason = oneLine(typedValue(state, field.reason));
  const wording = typedValue(state, field.wording).trim();
  if (isEditor && !inSubmission && reason === '') {
    return { ok: false, errors: { [field.reason]: 'Say why it is left out.' } };
  }
  return {
    ok: true,
    value: {
      kind: kindSchema.nullable().catch(null).parse(chosenValue(state, field.kind)),
      themeId: chosenValue(state, field.theme) ?? '',
      decision: isEditor
        ? { inSubmission, reason: inSubmission ? '' : reason, wording: wording === '' ? null : wording }
        : null,
    },
  };
}
