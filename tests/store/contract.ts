import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { aloneRules } from './contract/alone-rules.ts';
import { consultationRules } from './contract/consultation-rules.ts';
import { contributionRules } from './contract/contribution-rules.ts';
import { logRules } from './contract/log-rules.ts';
import { otherRules } from './contract/other-rules.ts';
import { peopleRules } from './contract/people-rules.ts';
import { reminderRules } from './contract/reminder-rules.ts';
import { searchRules } from './contract/search-rules.ts';

/** An empty store, and what stops it and starts it again on the same data. */
export type OpenStore = () => Promise<{ store: Store; reopen: () => Promise<Store> }>;

const parts = {
  'keeps consultations': consultationRules,
  'keeps contributions': contributionRules,
  'keeps people': peopleRules,
  'keeps a log': logRules,
  'keeps who was reminded': reminderRules,
  'lets one at a time': aloneRules,
  'says where it holds a text': searchRules,
  'keeps the rest': otherRules,
};

/** What every store must do, whatever it is made of. */
export const storeContract = (name: string, open: OpenStore): void => {
  describe(`the ${name} store`, () => {
    let store: Store;
    let reopen: () => Promise<Store>;
    beforeEach(async () => {
      ({ store, reopen } = await open());
    });
    afterEach(() => store.close());
    const restart = async () => {
      store = await reopen();
    };

    describe.each(Object.entries(parts))('%s', (_, rules) => rules(() => store, restart));
  });
};
