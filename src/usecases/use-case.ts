import type { Consultation } from '../domain/consultation.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import { type Action, isAllowed, refusals, type Standing } from '../domain/permissions.ts';
import type { Actor } from '../domain/person.ts';
import type { Deps } from './deps.ts';

/** Every use case there is, so that a test can tell that nothing goes round the gate. */
export const useCases = new WeakSet<object>();

const registered = <Run extends object>(run: Run): Run => {
  useCases.add(run);
  return run;
};

/** An action on a consultation: refuses, with the same words whether it exists or not, or runs. */
export const onConsultation = <Input extends { consultationId: string }, Output>(
  action: Action,
  run: (deps: Deps, consultation: Consultation, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const consultation = await deps.store.findConsultation(input.consultationId);
    if (consultation === null) throw new UserError(refusals['consultation.see']);
    await refuseUnlessAllowed(action, await standingIn(deps, actor, consultation));
    return run(deps, consultation, input, actor);
  });

/** An action on one contribution, by its message. */
export const onContribution = <Input extends { key: ContributionKey }, Output>(
  action: Action,
  run: (deps: Deps, found: FoundContribution, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const contribution = await deps.store.findContribution(input.key);
    const consultation = contribution && (await deps.store.findConsultation(contribution.consultationId));
    if (contribution === null || consultation === null) throw new UserError(NOT_RECORDED);
    const standing = await standingIn(deps, actor, consultation);
    const who = { ...standing, isAuthor: contribution.authorId === actor.userId };
    await refuseUnlessAllowed(action, who);
    return run(deps, { consultation, contribution, isEditor: who.isMember && who.isEditor }, input, actor);
  });

/** An action in a channel, on no consultation yet. */
export const inChannel = <Input extends { channelId: string }, Output>(
  action: Action,
  run: (deps: Deps, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const { isFullMember } = await knownPerson(deps, actor);
    const isMember = await isMemberOf(deps, actor, input.channelId);
    await refuseUnlessAllowed(action, { isMember, isFullMember, isEditor: false, isAuthor: false });
    return run(deps, input, actor);
  });

/** What Slack says or the clock does, on nobody's behalf. */
export const bySystem = <Input, Output>(run: (deps: Deps, input: Input) => Promise<Output>) =>
  registered(run);

export type FoundContribution = { consultation: Consultation; contribution: Contribution; isEditor: boolean };

const NOT_RECORDED =
  'This message is not recorded in a consultation. Use “Add to consultation” to bring it into one.';

async function standingIn(deps: Deps, actor: Actor, consultation: Consultation): Promise<Standing> {
  const isMember =
    consultation.teamId === deps.workspace.teamId && (await isMemberOf(deps, actor, consultation.channelId));
  return {
    isMember,
    isFullMember: isMember,
    isEditor: consultation.leadId === actor.userId || consultation.editorIds.includes(actor.userId),
    isAuthor: false,
  };
}

/** Nobody of another workspace; and where Slack does not say who is in the channel, nobody at all. */
async function isMemberOf(deps: Deps, actor: Actor, channelId: string): Promise<boolean> {
  if (actor.teamId !== deps.workspace.teamId) return false;
  try {
    return await deps.workspace.isMember(channelId, actor.userId);
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      'Slack did not say who is in this channel, so nothing was done. Try again in a minute.',
      {
        cause,
      },
    );
  }
}

async function knownPerson(deps: Deps, actor: Actor): Promise<{ isFullMember: boolean }> {
  if (actor.teamId !== deps.workspace.teamId) return { isFullMember: false };
  return deps.workspace.person(actor.userId);
}

async function refuseUnlessAllowed(action: Action, who: Standing): Promise<void> {
  if (isAllowed(action, who)) return;
  throw new UserError(
    who.isMember || action === 'consultation.open' ? refusals[action] : refusals['consultation.see'],
  );
}
