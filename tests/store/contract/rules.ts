import type { Contribution } from '../../../src/domain/contribution.ts';
import type { Store } from '../../../src/store/store.ts';
import { keyOf } from '../records.ts';

/** Tests of one part of the contract, on the store of the moment and on the same data after a restart. */
export type Rules = (store: () => Store, restart: () => Promise<void>) => void;

/** Adds a contribution unless its message has one. */
export const add = (store: Store, contribution: Contribution) =>
  store.changeContribution(
    contribution.consultationId,
    keyOf(contribution),
    (current) => current ?? contribution,
  );

export const mistake = () => {
  throw new Error('a mistake in a rule');
};
