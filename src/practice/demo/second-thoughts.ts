import { editContribution } from './edit-contribution.ts';
import { type Said, spoken } from './reply-to-theme.ts';
import type { Stage } from './stage.ts';

/** Colleagues react, mend what they wrote or take it back; gives how often. */
export const secondThoughts = async (stage: Stage, all: readonly Said[]) => {
  const { workspace, team } = stage;
  let reactions = 0;
  for (const { reply, channel, ts } of all) {
    for (const [name, members] of Object.entries(reply.reactions ?? {})) {
      for (const member of members) team[member].reacts(channel, ts, name);
      reactions += members.length;
    }
    const author = team[reply.by];
    if (reply.edited !== undefined) author.edits(channel, ts, spoken(stage, reply.edited));
    if (reply.deleted) author.deletes(channel, ts);
  }
  await workspace.settled();
  return {
    reactions,
    edited: all.filter(({ reply }) => reply.edited !== undefined).length,
    deleted: all.filter(({ reply }) => reply.deleted).length,
  };
};

/** An editor does what the script leaves to editors; gives on how many replies. */
export const editorsWork = async (stage: Stage, all: readonly Said[]): Promise<number> => {
  const waiting = all.filter(({ reply }) => reply.decided !== undefined);
  for (const said of waiting)
    await editContribution(stage, stage.team.tomasz, said, { ...said.reply.decided });
  return waiting.length;
};
