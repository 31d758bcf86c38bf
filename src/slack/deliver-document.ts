import { setImmediate as turn } from 'node:timers/promises';
import { UserError } from '../domain/errors.ts';
import type { ExportFormat } from '../domain/export-formats.ts';
import { type ExportedDocument, exportDocument, SubmissionStopped } from '../usecases/export-document.ts';
import type { CommandRequest } from './consultation-commands.ts';
import type { Surroundings } from './surroundings.ts';
import { note } from './ui/blocks.ts';
import { whyStopped } from './ui/why-stopped.ts';

const names: Record<ExportFormat, string> = {
  draft: 'working draft',
  markdown: 'submission by theme',
  'markdown questions': 'submission by question',
  paste: 'paste sheet',
  json: 'JSON file',
};

/** Makes a document and puts it in the consultation's opening thread, saying what is going on. */
export async function deliverDocument(
  slack: Surroundings,
  request: CommandRequest,
  format: ExportFormat,
): Promise<void> {
  const { actor, consultationId, respond } = request;
  const begin = () =>
    respond(
      note(`Making the ${names[format]}. It appears in the consultation’s opening thread in a moment.`),
    );
  const made = await exportDocument(slack.deps, actor, { consultationId, format, begin }).catch((error) => {
    if (!(error instanceof SubmissionStopped)) throw error;
    throw new UserError(whyStopped(error.stopped, slack.deps.workspace.url));
  });
  // To keep a large file, to encode it and to hand it to Slack are each a good while's work.
  await turn();
  await share(slack, made, names[format]);
  await respond(note(`The ${names[format]} is in the opening thread: ${made.fileName}.`));
}

async function share(
  { clients }: Surroundings,
  { consultation, fileName, content }: ExportedDocument,
  name: string,
): Promise<void> {
  const { channelId, openingTs } = consultation;
  if (openingTs === null)
    throw new UserError(
      `The ${name} is made and kept as ${fileName} in the exports folder, but the opening message is not posted yet. Try the command again in a minute.`,
    );
  const file = Buffer.from(content);
  await turn();
  try {
    await clients.posting.files.uploadV2({
      channel_id: channelId,
      thread_ts: openingTs,
      initial_comment: `The ${name}.`,
      file,
      filename: fileName,
      title: fileName,
    });
  } catch (cause) {
    throw new UserError(
      `The ${name} is made and kept as ${fileName} in the exports folder, but Slack did not take the file. Try the command again in a minute.`,
      { cause },
    );
  }
}
