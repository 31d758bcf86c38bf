import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { aConsultation, aContribution, keyOf } from './records.ts';

// A process of its own, made to be killed: 32 callers record as fast as they can, and each key is printed once its
// record was acknowledged.
const [folder = '', round = '1'] = process.argv.slice(2);
const store = await openLowdbStore(folder);
if (!(await store.findConsultation('care-review'))) await store.addConsultation(aConsultation());

let number = 0;
const record = async () => {
  for (;;) {
    number += 1;
    const contribution = aContribution({ messageTs: `${round}${String(number).padStart(8, '0')}.000100` });
    await store.changeContribution('care-review', keyOf(contribution), (current) => current ?? contribution);
    writeSync(1, `${contribution.messageTs}\n`);
  }
};
await Promise.all(Array.from({ length: 32 }, record));
