import { addMessage } from './add-message.ts';
import type { ScriptedReply, Words } from './scripted-reply.ts';
import type { Stage } from './stage.ts';

/** A reply of the script, and where it stands in Slack. */
export type Said = { reply: ScriptedReply; channel: { id: string }; ts: string };
type Theme = { title: string; threadTs: string };

/** The team replies to one theme; resolves when the app has taken all of it. `share`: how much of the days it takes. */
export const replyToTheme = async (
  stage: Stage,
  theme: Theme,
  replies: readonly ScriptedReply[],
  share: number,
): Promise<Said[]> => {
  const said: Said[] = [];
  for (const reply of replies) {
    stage.clock.moveOn(share / replies.length);
    said.push(
      reply.addedBy === undefined ? inThread(stage, theme, reply) : await elsewhere(stage, theme, reply),
    );
  }
  await stage.workspace.settled();
  return said;
};

const inThread = (stage: Stage, { threadTs }: Theme, reply: ScriptedReply): Said => {
  const { team, channel } = stage;
  const attached = reply.file === undefined ? {} : { files: [{ name: reply.file }] };
  const ts = team[reply.by].replies(channel, threadTs, spoken(stage, reply.said), attached);
  return { reply, channel, ts };
};

const elsewhere = async (stage: Stage, { title }: Theme, reply: ScriptedReply): Promise<Said> => {
  const { team, elsewhere: channel } = stage;
  const ts = team[reply.by].posts(channel, spoken(stage, reply.said));
  await addMessage(stage, team[reply.addedBy ?? reply.by], ts, title);
  return { reply, channel, ts };
};

/** The words as they go to Slack, with whom they mention. */
export const spoken = ({ team }: Stage, words: Words) => (typeof words === 'function' ? words(team) : words);
