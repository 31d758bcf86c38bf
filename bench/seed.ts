import type { ConsultationRecord } from '../src/compile/record.ts';
import type { LoggedAction } from '../src/domain/action-log.ts';
import { contributionRef } from '../src/domain/contribution.ts';
import type { Store } from '../src/store/store.ts';

const recordedLine = (one: ConsultationRecord['contributions'][number]): LoggedAction => ({
  consultationId: one.consultationId,
  at: one.recordedAt,
  by: one.authorId,
  what: 'recorded',
  on: contributionRef(one),
  sha256: null,
});

/** Puts a consultation into an empty store, with the people and the line in the log that each reply leaves. */
export const seed = async (
  store: Store,
  { consultation, contributions, people }: ConsultationRecord,
): Promise<void> => {
  await store.addConsultation(consultation);
  for (const person of people) await store.savePerson(person);
  const add = (one: ConsultationRecord['contributions'][number]) =>
    store.changeContribution(
      consultation.id,
      one,
      () => one,
      (_, now) => [recordedLine(now)],
    );
  await Promise.all(contributions.map(add));
};
