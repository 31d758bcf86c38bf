import type { RespondFn } from '@slack/bolt';
import { type ExportFormat, exportFormats } from '../domain/export-formats.ts';
import type { Actor } from '../domain/person.ts';
import { closeConsultation } from '../usecases/close-consultation.ts';
import { packOf } from '../usecases/deps.ts';
import { reopenConsultation } from '../usecases/reopen-consultation.ts';
import { seeSettings } from '../usecases/see-consultation.ts';
import { showStatus } from '../usecases/show-status.ts';
import { deliverDocument } from './deliver-document.ts';
import type { Surroundings } from './surroundings.ts';
import { escapeMrkdwn } from './text/escape-mrkdwn.ts';
import { note } from './ui/blocks.ts';
import { settingsForm } from './ui/consultation-form.ts';
import { statusMessage } from './ui/status-message.ts';

export type CommandRequest = { actor: Actor; consultationId: string; triggerId: string; respond: RespondFn };
type ConsultationCommand = (slack: Surroundings, request: CommandRequest) => Promise<void>;

const status: ConsultationCommand = async ({ deps }, { actor, consultationId, respond }) => {
  await respond(statusMessage(await showStatus(deps, actor, { consultationId })));
};

const settings: ConsultationCommand = async ({ deps, clients }, { actor, consultationId, triggerId }) => {
  const consultation = await seeSettings(deps, actor, { consultationId });
  const view = settingsForm(consultation, packOf(deps, consultation.packId));
  await clients.interactive.views.open({ trigger_id: triggerId, view });
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
  ['settings', settings],
  ['close', close],
  ['reopen', reopen],
  ...exportFormats.map((format) => [wordsFor(format), documentIn(format)] as const),
]);
