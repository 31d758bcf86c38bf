import type { Person } from '../people.ts';
import type { Stage } from './stage.ts';

/** An editor uses “Edit contribution” on a recorded message, fills in some fields and saves. */
export const editContribution = async (
  { workspace }: Stage,
  editor: Person,
  { channel, ts }: { channel: { id: string }; ts: string },
  fields: Record<string, string>,
): Promise<void> => {
  await editor.usesShortcut('edit_contribution', channel, ts);
  const form = await workspace.until(() => workspace.openView(editor), 'the form of “Edit contribution”');
  const { errors } = await editor.submits(form, fields);
  if (Object.keys(errors).length > 0)
    throw new Error(`“Edit contribution” was refused: ${JSON.stringify(errors)}`);
};
