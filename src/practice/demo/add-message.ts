import { elementsOf, optionsOf } from '../block-elements.ts';
import type { Person } from '../people.ts';
import type { Stage } from './stage.ts';

/** Somebody uses “Add to consultation” on a message in another channel, and says for which theme. */
export const addMessage = async (
  { workspace, elsewhere }: Stage,
  person: Person,
  ts: string,
  theme: string,
): Promise<void> => {
  await person.usesShortcut('add_to_consultation', elsewhere, ts);
  const form = await workspace.until(() => workspace.openView(person), 'the form of “Add to consultation”');
  const options = form.blocks.flatMap(elementsOf).flatMap(optionsOf);
  const place = options.find(({ text }) => JSON.stringify(text).includes(`"${theme}"`))?.value;
  await person.submits(form, { place });
  await workspace.until(
    () => workspace.ephemeralsTo(person).some(({ text }) => text.includes('is recorded')),
    'the message to be added',
  );
};
