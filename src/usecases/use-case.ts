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
    refuseUnlessAllowed(action, await standingIn(deps, actor, consultation));
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
    const isAuthor = isOurs(deps, actor) && contribution.authorId === actor.userId;
    const who = isAllowed(action, { ...nobody, isAuthor })
      ? { ...nobody, isAuthor }
      : { ...(await standingIn(deps, actor, consultation)), isAuthor };
    refuseUnlessAllowed(action, who);
    return run(deps, { consultation, contribution, isEditor: who.isMember && who.isEditor }, input, actor);
  });

/** An action in a channel, on no consultation yet. */
export const inChannel = <Input extends { channelId: string }, Output>(
  action: Action,
  run: (deps: Deps, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const who = { ...nobody, isMember: await isMemberOf(deps, actor, input.channelId) };
    const isFullMember = !isAllowed(action, who) && (await isFullMemberHere(deps, actor));
    refuseUnlessAllowed(action, { ...who, isFullMember });
    return run(deps, input, actor);
  });

/** What Slack says or the clock does, on nobody's behalf. */
export const bySystem = <Input, Output>(run: (deps: Deps, input: Input) => Promise<Output>) =>
  registered(run);

export type FoundContribution = { consultation: Consultation; contribution: Contribution; isEditor: boolean };

const NOT_RECORDED =
  'This message is not recorded in a consultation. Use “Add to consultation” to bring it into one.';

const nobody: Standing = { isMember: false, isFullMember: false, isEditor: false, isAuthor: false };

const isOurs = (deps: Deps, actor: Actor): boolean => actor.teamId === deps.workspace.teamId;

async function standingIn(deps: Deps, actor: Actor, consultation: Consultation): Promise<Standing> {
  const isHere = consultation.teamId === deps.workspace.teamId;
  return {
    ...nobody,
    isMember: isHere && (await isMemberOf(deps, actor, consultation.channelId)),
    isEditor: consultation.leadId === actor.userId || consultation.editorIds.includes(actor.userId),
  };
}

/** Nobody of another workspace; and where Slack does not say who is in the channel, nobody at all. */
const isMemberOf = async (deps: Deps, actor: Actor, channelId: string): Promise<boolean> =>
  isOurs(deps, actor) && (await saidBySlack(deps.workspace.isMember(channelId, actor.userId)));

const isFullMemberHere = async (deps: Deps, actor: Actor): Promise<boolean> =>
  isOurs(deps, actor) && (await saidBySlack(deps.workspace.person(actor.userId))).isFullMember;

async function saidBySlack<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(
      'Slack did not say who you are in this channel, so nothing was done. Try again in a minute.',
      {
        cause,
      },
    );
  }
}

function refuseUnlessAllowed(action: Action, who: Standing): void {
  if (isAllowed(action, who)) return;
  const isOutside = !who.isMember && action !== 'consultation.open';
  throw new UserError(isOutside ? refusals['consultation.see'] : refusals[action]);
}
