import { UserError } from '../domain/errors.ts';
import type { Clients } from './clients.ts';

/** Sends somebody a file as a direct message, with a line that says what it is; throws a UserError where Slack does not take it. */
export async function sendFile(
  { posting }: Clients,
  userId: string,
  { fileName, content }: { fileName: string; content: string },
  comment: string,
): Promise<void> {
  try {
    const { channel } = await posting.conversations.open({ users: userId });
    if (channel?.id === undefined) throw new Error('Slack opened a direct message without naming it.');
    await posting.files.uploadV2({
      channel_id: channel.id,
      initial_comment: comment,
      file: Buffer.from(content),
      filename: fileName,
      title: fileName,
    });
  } catch (cause) {
    throw new UserError('Slack did not take the file for you. Try the command again in a minute.', { cause });
  }
}
