import type { AllMiddlewareArgs } from '@slack/bolt';
import { alwaysAnswered, type FormArgs } from './always-answered.ts';
import { onAddForm } from './listeners/on-add-form.ts';
import { onAddShortcut } from './listeners/on-add-shortcut.ts';
import { onAppeal } from './listeners/on-appeal.ts';
import { onAppealForm } from './listeners/on-appeal-form.ts';
import { onChoice } from './listeners/on-choice.ts';
import { onCommand } from './listeners/on-command.ts';
import { onConsultationForm } from './listeners/on-consultation-form.ts';
import { onContributionForm } from './listeners/on-contribution-form.ts';
import { onDecide } from './listeners/on-decide.ts';
import { onEditShortcut } from './listeners/on-edit-shortcut.ts';
import { eraseOwn, eraseSomebody, onErase } from './listeners/on-erase.ts';
import { keepIt, onHeldDecision, recordIt } from './listeners/on-held-decision.ts';
import { onMembership } from './listeners/on-membership.ts';
import { onMessage } from './listeners/on-message.ts';
import { onPackChosen } from './listeners/on-pack-chosen.ts';
import { onReaction } from './listeners/on-reaction.ts';
import { onSettingsForm } from './listeners/on-settings-form.ts';
import { onWithdraw } from './listeners/on-withdraw.ts';
import type { Ear } from './route-requests.ts';
import { forRequest, type Surroundings } from './surroundings.ts';
import { ids } from './ui/ids.ts';

/** Everything Slack can bring, and who answers it. One listener each: every matching one would run. */
export function addRoutes(app: Ear, slack: Surroundings): void {
  const on =
    <Args extends AllMiddlewareArgs>(listener: (mine: Surroundings) => (args: Args) => Promise<void>) =>
    (args: Args): Promise<void> =>
      listener(forRequest(slack, String(args.context.requestId)))(args);

  const onForm: typeof on<FormArgs> = (listener) => on((mine) => alwaysAnswered(listener(mine)));

  app.command(ids.command, on(onCommand));

  app.view(ids.consultationForm, onForm(onConsultationForm));
  app.view(ids.settingsForm, onForm(onSettingsForm));
  app.view(ids.addForm, onForm(onAddForm));
  app.view(ids.contributionForm, onForm(onContributionForm));
  app.view(ids.appealForm, onForm(onAppealForm));

  app.shortcut({ type: 'message_action', callback_id: ids.addShortcut }, on(onAddShortcut));
  app.shortcut({ type: 'message_action', callback_id: ids.editShortcut }, on(onEditShortcut));

  app.action(new RegExp(`^${ids.choose}_\\d+$`), on(onChoice));
  app.action(new RegExp(`^${ids.decide}_\\d+$`), on(onDecide));
  app.action(ids.withdraw, on(onWithdraw));
  app.action(ids.appeal, on(onAppeal));
  app.action(
    ids.recordHeld,
    on((mine) => onHeldDecision(mine, recordIt)),
  );
  app.action(
    ids.keepHeld,
    on((mine) => onHeldDecision(mine, keepIt)),
  );
  app.action(
    ids.eraseOwn,
    on((mine) => onErase(mine, eraseOwn)),
  );
  app.action(
    ids.erasePerson,
    on((mine) => onErase(mine, eraseSomebody)),
  );
  app.action(ids.field.pack, on(onPackChosen));

  app.event('message', on(onMessage));
  app.event('reaction_added', on(onReaction));
  app.event('reaction_removed', on(onReaction));
  app.event('member_joined_channel', on(onMembership));
  app.event('member_left_channel', on(onMembership));
}
