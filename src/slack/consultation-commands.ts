import { setImmediate as turn } from 'node:timers/promises';
import type { RespondFn } from '@slack/bolt';
import { type ExportFormat, exportFormats } from '../domain/export-formats.ts';
import type { Actor } from '../domain/person.ts';
import { closeConsultation } from '../usecases/close-consultation.ts';
import { packOf } from '../usecases/deps.ts';
import { listHeld } from '../usecases/list-held.ts';
import { remind } from '../usecases/remind.ts';
import { reopenConsultation } from '../usecases/reopen-consultation.ts';
import { seeSettings } from '../usecases/see-consultation.ts';
import { showStatus } from '../usecases/show-status.ts';
import { deliverAudit } from './deliver-audit.ts';
import { deliverDocument } from './deliver-document.ts';
import type { Surroundings } from './surroundings.ts';
import { escapeMrkdwn } from './text/escape-mrkdwn.ts';
import { note } from './ui/blocks.ts';
import { settingsForm } from './ui/consultation-form.ts';
import { heldListMessage } from './ui/held-list.ts';
import { remindedMessage } from './ui/reminded-message.ts';
import { statusMessage } from './ui/status-message.ts';

export type CommandRequest = { actor: Actor; consultationId: string; triggerId: string; respond: RespondFn };
type ConsultationCommand = (slack: Surroundings, request: CommandRequest) => Promise<void>;

const status: ConsultationCommand = async ({ deps }, { actor, consultationId, respond }) => {
  const report = await showStatus(deps, actor, { consultationId });
  // To word what waits in a large record is work of its own.
  await turn();
  await respond(statusMessage(report));
};

const held: ConsultationCommand = async ({ deps }, { actor, consultationId, respond }) => {
  await respond(heldListMessage(await listHeld(deps, actor, { consultationId }), deps.workspace.url));
};

const settings: ConsultationCommand = async ({ deps, clients }, { actor, consultationId, triggerId }) => {
  const consultation = await seeSettings(deps, actor, { consultationId });
  const view = settingsForm(consultation, packOf(deps, consultation.packId));
  await clients.interactive.views.open({ trigger_id: triggerId, view });
};

const nudge: ConsultationCommand = async ({ deps }, { actor, consultationId, respond }) => {
  await respond(remindedMessage(await remind(deps, actor, { consultationId }), deps.workspace.url));
};

const close: ConsultationCommand = async ({ deps, background }, { actor, consultationId, respond }) => {
  const { title } = await closeConsultation(deps, actor, { consultationId });
  const done = `“${escapeMrkdwn(title)}” is closed. Replies are no longer recorded; drafts and submissions can still be made.`;
  void background.run('say that it is closed', () => respond(note(done)));
};

const reopen: ConsultationCommand = async (
  { deps, background, reconciling },
  { actor, consultationId, respond },
) => {
  const consultation = await reopenConsultation(deps, actor, { consultationId });
  void reconciling.one(consultation);
  const done = `“${escapeMrkdwn(consultation.title)}” takes replies again. What was said meanwhile is being picked up, marked late.`;
  void background.run('say that it is reopened', () => respond(note(done)));
};

const documentIn =
  (format: ExportFormat): ConsultationCommand =>
  (slack, request) =>
    deliverDocument(slack, request, format);

const wordsFor = (format: ExportFormat) => (format === 'draft' ? 'draft' : `export ${format}`);

/** The commands that are about one consultation, by their words. */
export const consultationCommands: ReadonlyMap<string, ConsultationCommand> = new Map([
  ['status', status],
  ['held', held],
  ['settings', settings],
  ['remind', nudge],
  ['close', close],
  ['reopen', reopen],
  ['export audit', deliverAudit],
  ...exportFormats.map((format) => [wordsFor(format), documentIn(format)] as const),
]);
