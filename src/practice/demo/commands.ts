import { isPayload } from '../payload.ts';
import type { Stage } from './stage.ts';

/** The lead asks where it stands; gives the app's answer, line by line. */
export const askStatus = async ({ workspace, team: { priya }, channel }: Stage): Promise<string[]> => {
  const before = workspace.ephemeralsTo(priya).length;
  await priya.types(channel, '/soundings status');
  const { blocks } = await workspace.until(() => workspace.ephemeralsTo(priya)[before], 'the status');
  const words = blocks.flatMap(({ text }) => (isPayload(text) ? [String(text.text)] : []));
  return words.join('\n').replaceAll('*', '').split('\n');
};

/** The lead asks for a document; gives its file name once it is in the opening thread. */
export const askForDocument = async (
  { workspace, team: { priya }, channel }: Stage,
  words: string,
): Promise<string> => {
  const before = workspace.filesIn(channel).length;
  await priya.types(channel, `/soundings ${words}`);
  const { name } = await workspace.until(() => workspace.filesIn(channel)[before], `the file of “${words}”`);
  const isSaid = () => workspace.ephemeralsTo(priya).some(({ text }) => text.includes(name));
  await workspace.until(isSaid, `the app to say that “${words}” is done`);
  return name;
};
