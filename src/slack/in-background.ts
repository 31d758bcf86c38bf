import type { Workspace } from '../usecases/workspace.ts';
import type { Background } from './background.ts';
import type { Clients } from './clients.ts';
import type { Marking } from './marking.ts';
import { isRefused } from './slack-error.ts';
import { lateMessage } from './ui/late-message.ts';

/** The part of the workspace that nobody waits for. */
export const inBackground = (
  { marking, clients: { posting } }: { marking: Marking; clients: Pick<Clients, 'posting'> },
  background: Background,
): Pick<Workspace, 'mark' | 'tellLate'> => ({
  mark: marking(background),
  tellLate(consultation, { channelId, threadTs, authorId }, untold) {
    void background.run('tell late author', async () => {
      try {
        await posting.chat.postEphemeral({
          channel: channelId,
          thread_ts: threadTs,
          user: authorId,
          ...lateMessage(consultation),
        });
      } catch (error) {
        if (!isRefused(error)) await untold();
        throw error;
      }
    });
  },
});
