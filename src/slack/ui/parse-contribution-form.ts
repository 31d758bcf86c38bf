import { type Kind, kindSchema } from '../../domain/contribution.ts';
import { chosenValue, type FormState, type Parsed, typedLine, typedValue } from './form-state.ts';
import { ids } from './ids.ts';

const { field } = ids;

export type ContributionInput = {
  kind: Kind | null;
  themeId: string;
  /** What an editor says; null in the form of somebody who is none. `inSubmission` null: not decided. */
  decision: { inSubmission: boolean | null; reason: string; wording: string | null } | null;
};

/** Leaving a contribution out needs a reason: it is asked for later. What is not decided has none. */
export function parseContributionForm(state: FormState, isEditor: boolean): Parsed<ContributionInput> {
  const use = chosenValue(state, field.use);
  const reason = typedLine(state, field.reason);
  const wording = typedValue(state, field.wording).trim();
  if (isEditor && use === 'no' && reason === '') {
    return { ok: false, errors: { [field.reason]: 'Say why it is left out.' } };
  }
  const inSubmission = use === 'yes' || use === 'no' ? use === 'yes' : null;
  return {
    ok: true,
    value: {
      kind: kindSchema.nullable().catch(null).parse(chosenValue(state, field.kind)),
      themeId: chosenValue(state, field.theme) ?? '',
      decision: isEditor
        ? {
            inSubmission,
            reason: inSubmission === null ? '' : reason,
            wording: wording === '' ? null : wording,
          }
        : null,
    },
  };
}
