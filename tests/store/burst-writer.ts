import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import { aConsultation, aContribution, anAction, keyOf } from './records.ts';

// A process of its own, made to be killed: 32 callers record and log as fast as they can, and each key is printed
// once its record was acknowledged, and once more when its line in the log was.
const [folder = '', round = '1'] = process.argv.slice(2);
const store = await openLowdbStore(folder);
if (!(await store.findConsultation('care-review'))) await store.addConsultation(aConsultation());

let number = 0;
const record = async () => {
  for (;;) {
    number += 1;
    const contribution = aContribution({ messageTs: `${round}${String(number).padStart(8, '0')}.000100` });
    await store.changeContribution('care-review', keyOf(contribution), (current) => current ?? contribution);
    writeSync(1, `kept ${contribution.messageTs}\n`);
    await store.appendAction(anAction({ on: contribution.messageTs }));
    writeSync(1, `logged ${contribution.messageTs}\n`);
  }
};
await Promise.all(Array.from({ length: 32 }, record));
