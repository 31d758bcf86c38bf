import { deadlineIn } from './clock.ts';
import type { Stage } from './stage.ts';

/** The lead fills in the form; resolves, once all of them are posted, with what gives the thread of a theme by its title. */
export const openConsultation = async (
  { workspace, team: { priya, tomasz, joan }, channel }: Stage,
  titles: string[],
): Promise<(title: string) => string> => {
  await priya.types(channel, '/soundings new');
  const form = await workspace.until(() => workspace.openView(priya), 'the form for a new consultation');
  const { errors } = await priya.submits(form, {
    title: 'Response to the call for advice',
    responding_as: 'Eastmarsh Council',
    deadline: deadlineIn(10),
    editors: [tomasz],
    approvers: [joan],
  });
  if (Object.keys(errors).length > 0) throw new Error(`The form was refused: ${JSON.stringify(errors)}`);
  const rootOf = (title: string) =>
    workspace.messages(channel).find(({ text }) => text.startsWith(`${title}:`));
  await workspace.until(() => titles.every(rootOf), 'the opening message and the theme threads', 12_000);
  return (title) => {
    const root = rootOf(title);
    if (root === undefined) throw new Error(`There is no thread ${title}`);
    return root.ts;
  };
};
