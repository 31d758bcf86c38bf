import { type CorpusName, readCorpus } from './corpus.ts';
import { type Floors, learntFloors, unseenFloors } from './floors.ts';
import { measure } from './measure.ts';
import { shippedScreen } from './shipped-screen.ts';
import { tableOf } from './table.ts';

const screen = await shippedScreen();

const print = (heading: string, name: CorpusName, floors: Floors): void =>
  console.log(`${heading}\n\n${tableOf(measure(readCorpus(name), screen), floors)}\n`);

print('Texts that the rules may learn from', 'screening', learntFloors);
print('Texts that were written without the rules', 'screening-unseen', unseenFloors);
