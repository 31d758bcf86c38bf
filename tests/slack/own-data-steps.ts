import type { Office } from '../office.ts';

type Place = Pick<Office, 'workspace' | 'channel'>;
type Somebody = Office['bea'];

/** The direct messages between a person and the app that say this, oldest first. */
export const toldPrivately = ({ workspace }: Pick<Office, 'workspace'>, person: Somebody, words: string) =>
  workspace.directMessagesTo(person).filter((message) => JSON.stringify(message).includes(words));

/** `/soundings me`: the file, and the message with the button. */
export async function asksForOwnData(there: Place, person: Somebody, channel = there.channel) {
  const { workspace } = there;
  const offers = () => toldPrivately(there, person, 'Erase my words');
  const files = () => {
    const [first] = workspace.directMessagesTo(person);
    return first === undefined ? [] : workspace.filesIn(first.channel);
  };
  // A button that was used is replaced by what came of it; a file comes a little after it was sent.
  const known = new Set([...offers(), ...files()].map(({ ts }) => ts));
  await person.types(channel, '/soundings me');
  const offer = await workspace.until(() => offers().find(({ ts }) => !known.has(ts)), 'the offer to erase');
  const file = await workspace.until(() => files().find(({ ts }) => !known.has(ts)), 'the file');
  return { offer, file, text: file.content.toString('utf8') };
}

/** What the report of an erasure says to whoever asked for it. */
export async function erases(there: Place, person: Somebody, click: () => Promise<unknown>): Promise<string> {
  const reports = () => toldPrivately(there, person, 'Erased, of');
  const before = reports().length;
  await click();
  const report = await there.workspace.until(() => reports()[before], 'the report');
  return JSON.stringify(report.blocks);
}

/** Asks for one's own data and has it erased; gives the report. */
export async function erasesOwn(there: Place, person: Somebody): Promise<string> {
  const { offer } = await asksForOwnData(there, person);
  return erases(there, person, () => person.clicks(offer, 'erase_own_data'));
}

/** `/soundings erase …` up to the question, as the ephemeral message that asks. */
export async function asksToErase(there: Place, admin: Somebody, who: string) {
  const { workspace, channel } = there;
  const before = workspace.ephemeralsTo(admin).length;
  await admin.types(channel, `/soundings erase ${who}`);
  return workspace.until(() => workspace.ephemeralsTo(admin)[before], 'the question');
}
