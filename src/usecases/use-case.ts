import { concerning } from '../domain/concerning.ts';
import { type Consultation, isEditorOf, reviewerOf } from '../domain/consultation.ts';
import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import { UserError } from '../domain/errors.ts';
import { type Action, isAllowed, refusalOf, refusals, type Standing } from '../domain/permissions.ts';
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
    return concerning(consultation.id, run(deps, consultation, input, actor));
  });

/**
 * An action on one contribution, by its message. For who is not in its channel there is none, unless it is their own; one
 * that is held exists for its author and the reviewer only.
 */
export const onContribution = <Input extends { key: ContributionKey }, Output>(
  action: Action,
  run: (deps: Deps, found: FoundContribution, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const contribution = await deps.store.findContribution(input.key);
    const consultation = contribution && (await deps.store.findConsultation(contribution.consultationId));
    if (contribution === null || consultation === null) throw new UserError(NOT_RECORDED);
    const isAuthor = isOurs(deps, actor) && contribution.authorId === actor.userId;
    const asAuthor = { ...(await standingHere(deps, actor)), isAuthor };
    const who = isAllowed(action, asAuthor)
      ? asAuthor
      : { ...(await standingIn(deps, actor, consultation)), isAuthor };
    const isSeen = who.isMember && (contribution.state !== 'held' || isAllowed('held.see', who));
    if (!isAuthor && !isSeen) throw new UserError(NOT_RECORDED);
    refuseUnlessAllowed(action, who);
    const found = { consultation, contribution, isEditor: isAllowed('contribution.decide', who) };
    return concerning(consultation.id, run(deps, found, input, actor));
  });

/** An action in a channel, on no consultation yet. */
export const inChannel = <Input extends { channelId: string }, Output>(
  action: Action,
  run: (deps: Deps, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const here = await standingHere(deps, actor);
    const isMember = here.is !== 'nobody' && (await isMemberOf(deps, input.channelId, actor));
    refuseUnlessAllowed(action, { ...here, isMember });
    return run(deps, input, actor);
  });

/** An action on people's own data, wherever it is. */
export const inWorkspace = <Input, Output>(
  action: Action,
  run: (deps: Deps, input: Input, actor: Actor) => Promise<Output>,
) =>
  registered(async (deps: Deps, actor: Actor, input: Input): Promise<Output> => {
    const here = await standingHere(deps, actor);
    if (!isAllowed(action, here)) throw new UserError(refusals[action]);
    return run(deps, input, actor);
  });

/** What Slack says or the clock does, on nobody's behalf. */
export const bySystem = <Input, Output>(run: (deps: Deps, input: Input) => Promise<Output>) =>
  registered(
    (deps: Deps, input: Input): Promise<Output> => concerning(consultationIn(input), run(deps, input)),
  );

/** The id of the consultation that an input names, where it names one. */
function consultationIn(input: unknown): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined;
  if ('consultation' in input) return consultationIn({ consultationId: Object(input.consultation).id });
  return 'consultationId' in input && typeof input.consultationId === 'string'
    ? input.consultationId
    : undefined;
}

export type FoundContribution = { consultation: Consultation; contribution: Contribution; isEditor: boolean };

const NOT_RECORDED =
  'This message is not recorded in a consultation. Use “Add to consultation” to bring it into one.';

const nobody: Standing = {
  is: 'nobody',
  isAdmin: false,
  isMember: false,
  isEditor: false,
  isApprover: false,
  isReviewer: false,
  isAuthor: false,
};

const isOurs = (deps: Deps, actor: Actor): boolean => actor.teamId === deps.workspace.teamId;

/** What they are in the workspace, and to no channel yet. */
async function standingHere(deps: Deps, actor: Actor): Promise<Standing> {
  if (!isOurs(deps, actor)) return nobody;
  const { is, isAdmin } = await saidBySlack(deps.workspace.person(actor.userId));
  return { ...nobody, is, isAdmin };
}

async function standingIn(deps: Deps, actor: Actor, consultation: Consultation): Promise<Standing> {
  const here = await standingHere(deps, actor);
  if (here.is === 'nobody' || consultation.teamId !== deps.workspace.teamId) return nobody;
  return {
    ...here,
    isMember: await isMemberOf(deps, consultation.channelId, actor),
    isEditor: isEditorOf(consultation, actor.userId),
    isApprover: consultation.approverIds.includes(actor.userId),
    isReviewer: reviewerOf(consultation) === actor.userId,
  };
}

/** Where Slack does not say who is in the channel, the answer is no. */
const isMemberOf = (deps: Deps, channelId: string, { userId }: Actor): Promise<boolean> =>
  saidBySlack(deps.workspace.isMember(channelId, userId));

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
  if (!isAllowed(action, who)) throw new UserError(refusalOf(action, who));
}
