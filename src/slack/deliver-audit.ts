import { exportAudit } from '../usecases/export-audit.ts';
import type { CommandRequest } from './consultation-commands.ts';
import { sendFile } from './send-file.ts';
import type { Surroundings } from './surroundings.ts';
import { note } from './ui/blocks.ts';

/** Makes the audit bundle for the editor who asks: it holds what was left out, so nobody else is sent it. */
export async function deliverAudit(
  { deps, clients }: Surroundings,
  { actor, consultationId, respond }: CommandRequest,
): Promise<void> {
  const made = await exportAudit(deps, actor, { consultationId });
  await sendFile(
    clients,
    actor.userId,
    made,
    'The audit bundle. It holds what was left out: file it, do not share it.',
  );
  await respond(
    note(
      `The audit bundle is in your direct messages with Soundings, because it holds what was left out: ${made.fileName}.`,
    ),
  );
}
