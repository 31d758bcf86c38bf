import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Actor } from '../../domain/person.ts';
import { openConsultation } from '../../usecases/open-consultation.ts';
import { interactingActor } from '../actor.ts';
import { savedOrFieldError } from '../save-form.ts';
import { isOutside } from '../slack-error.ts';
import type { Surroundings } from '../surroundings.ts';
import { ids } from '../ui/ids.ts';
import { parseConsultationForm } from '../ui/parse-consultation-form.ts';

type Args = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** “New consultation” was sent. It is saved before the form closes, so that nothing typed is lost; then posted. */
export const onConsultationForm =
  (slack: Surroundings) =>
  async ({ ack, body, view }: Args): Promise<void> => {
    const { deps, installation, reconciling } = slack;
    const actor = interactingActor(installation, body);
    const input = parseConsultationForm(view.state.values, deps.now().toISOString());
    if (!input.ok) return ack({ response_action: 'errors', errors: input.errors });
    const { channelId, ...settings } = input.value;
    const pack = deps.packs.find(({ id }) => id === settings.packId);
    if (!pack?.themes.some(({ id }) => settings.themeIds.includes(id))) {
      return ack({
        response_action: 'errors',
        errors: { [ids.field.themes]: 'Choose themes of the pack above.' },
      });
    }
    const channelError = await channelProblem(slack, channelId, actor, settings.safeguardingReviewerId);
    if (channelError !== null)
      return ack({ response_action: 'errors', errors: { [ids.field.channel]: channelError } });
    const saved = await savedOrFieldError(slack, ids.field.title, () =>
      openConsultation(deps, actor, { ...settings, channelId, formId: view.id }),
    );
    if (!saved.ok) return ack({ response_action: 'errors', errors: saved.errors });
    void reconciling.one(saved.value);
    await ack();
  };

/** Slack waits three seconds for an answer, and ours needs a part of them. */
const CHECK_MS = 2_000;

/** The one look at Slack before an ack, for the reviewer's sake too, whom saving judges. What comes after its time is remembered, and quick when the form is sent again. */
async function channelProblem(
  { members, installation }: Surroundings,
  channelId: string,
  { userId }: Actor,
  reviewerId: string | null,
): Promise<string | null> {
  if (channelId === '') return 'Choose the channel that the threads go to.';
  const reviewerKnown = reviewerId === null ? null : members.person(reviewerId).catch(() => null);
  try {
    const looks = [members.of(channelId), members.person(userId), reviewerKnown] as const;
    const [inChannel] = await inTime(CHECK_MS, Promise.all(looks));
    if (!inChannel.has(installation.botUserId)) return APP_NOT_IN_CHANNEL;
    return inChannel.has(userId) ? null : 'You are not in this channel. Join it first, or choose another.';
  } catch (error) {
    return isOutside(error)
      ? APP_NOT_IN_CHANNEL
      : 'Slack did not say in time who is in this channel. Send the form again.';
  }
}

const APP_NOT_IN_CHANNEL =
  'Soundings is not in this channel. Type /invite @Soundings there, then send the form again.';

function inTime<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Slack took too long.')), milliseconds);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
