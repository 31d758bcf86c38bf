import type { App } from '@slack/bolt';
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
import type { Surroundings } from './surroundings.ts';
import { ids } from './ui/ids.ts';

/** Everything Slack can bring, and who answers it. One listener each: every matching one would run. */
export function addRoutes(app: App, slack: Surroundings): void {
  app.command(ids.command, onCommand(slack));

  app.view(ids.consultationForm, onConsultationForm(slack));
  app.view(ids.settingsForm, onSettingsForm(slack));
  app.view(ids.addForm, onAddForm(slack));
  app.view(ids.contributionForm, onContributionForm(slack));
  app.view(ids.appealForm, onAppealForm(slack));

  app.shortcut({ type: 'message_action', callback_id: ids.addShortcut }, onAddShortcut(slack));
  app.shortcut({ type: 'message_action', callback_id: ids.editShortcut }, onEditShortcut(slack));

  app.action(new RegExp(`^${ids.choose}_\\d+$`), onChoice(slack));
  app.action(new RegExp(`^${ids.decide}_\\d+$`), onDecide(slack));
  app.action(ids.withdraw, onWithdraw(slack));
  app.action(ids.appeal, onAppeal(slack));
  app.action(ids.recordHeld, onHeldDecision(slack, recordIt));
  app.action(ids.keepHeld, onHeldDecision(slack, keepIt));
  app.action(ids.eraseOwn, onErase(slack, eraseOwn));
  app.action(ids.erasePerson, onErase(slack, eraseSomebody));
  app.action(ids.field.pack, onPackChosen(slack));

  app.event('message', onMessage(slack));
  app.event('reaction_added', onReaction(slack));
  app.event('reaction_removed', onReaction(slack));
  app.event('member_joined_channel', onMembership(slack));
  app.event('member_left_channel', onMembership(slack));
}
