import { actionOf } from './acting.ts';
import { elementsOf } from './block-elements.ts';
import { enter, formState, refuseUnsendable } from './form-state.ts';
import { interaction } from './interactions.ts';
import { findView, presentView, replaceView, stack } from './open-views.ts';
import { type Block, isPayload, type Payload } from './payload.ts';
import { Refusal } from './refusal.ts';
import { type Answer, type Carry, isAccepted } from './transport.ts';
import type { OpenView, PersonRecord, World } from './world.ts';

export type SubmitAnswer = Answer & { errors: Record<string, string> };

/** What a person does in an open modal. */
export const fillingIn = (world: World, person: PersonRecord, carry: Carry) => {
  const inFront = ({ id }: { id: string }): OpenView => {
    const open = findView(world, id, undefined);
    if (world.views.get(person.id)?.at(-1) !== open) throw new Error(`${person.name} does not see that form`);
    return open;
  };
  return {
    /** Chooses something that the app hears of at once: by block or action id. */
    picks: async (view: { id: string }, id: string, value?: unknown): Promise<Answer> => {
      const open = inFront(view);
      const { block, element } = dispatching(open, id);
      if (element.type !== 'button') enter(open, block, element, value);
      const body = {
        ...interaction(world, person.id, undefined, 'block_actions'),
        container: { type: 'view', view_id: open.id },
        view: presentView(world, open, formState(open)),
        actions: [actionOf(world, block, element, value)],
      };
      const answer = await carry({ kind: 'interactive', body });
      world.changed();
      return answer;
    },
    /**
     * Fills in the form (plain values by block id; the rest as it stands) and sends it. Throws what Slack's
     * client would refuse. The form closes, or stays with its errors, as the app answers.
     */
    submits: async (view: { id: string }, values: Payload = {}): Promise<SubmitAnswer> => {
      const open = inFront(view);
      for (const [blockId, value] of Object.entries(values)) {
        const block = open.view.blocks.find((one) => one.block_id === blockId);
        const [element] = block === undefined ? [] : elementsOf(block);
        if (block === undefined || element === undefined) throw new Error(`The form has no ${blockId}`);
        enter(open, block, element, value);
      }
      const state = formState(open);
      refuseUnsendable(world, open, state);
      const body = {
        ...interaction(world, person.id, undefined, 'view_submission'),
        view: presentView(world, open, state),
        response_urls: [],
      };
      const answer = await carry({ kind: 'interactive', body });
      if (isAccepted(answer)) follow(world, open, answer.ack);
      world.changed();
      return { ...answer, errors: errorsIn(answer) };
    },
  };
};

const dispatching = ({ view }: OpenView, id: string): { block: Block; element: Block } => {
  for (const block of view.blocks) {
    const element = elementsOf(block).find(
      ({ action_id }) => action_id === id || (block.block_id === id && block.type !== 'actions'),
    );
    if (element === undefined) continue;
    if (block.type === 'input' && block.dispatch_action !== true)
      throw new Error(`${id} waits for the form to be sent`);
    return { block, element };
  }
  throw new Error(`The form has no ${id}`);
};

/** Does with the form what the app answered: nothing said closes it. */
const follow = (world: World, open: OpenView, ack: unknown): void => {
  const answer = isPayload(ack) ? ack : {};
  const others = (world.views.get(open.userId) ?? []).filter((one) => one !== open);
  try {
    if (answer.response_action === 'errors') refuseErrors(open, answer.errors);
    else if (answer.response_action === 'update') replaceView(world, open, viewIn(answer));
    else if (answer.response_action === 'push') stack(world, open.userId, open.channelId, viewIn(answer));
    else world.views.set(open.userId, answer.response_action === 'clear' ? [] : others);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    world.complaints.push(`The answer to a form: ${error.message}`);
  }
};

const viewIn = ({ view }: Payload): Payload => (isPayload(view) ? view : {});

const refuseErrors = ({ view }: OpenView, errors: unknown): void => {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const keys = isPayload(errors) ? Object.keys(errors) : [];
  const strangers = keys.filter((key) => !inputs.includes(key));
  if (keys.length === 0) throw new Refusal('no_errors_given');
  if (strangers.length > 0) throw new Refusal('errors_on_no_input_block', strangers);
};

/** Field errors of an answer to a form, by block; none when the app had none. */
const errorsIn = ({ ack }: Answer): Record<string, string> =>
  isPayload(ack) && ack.response_action === 'errors' && isPayload(ack.errors)
    ? Object.fromEntries(Object.entries(ack.errors).map(([block, error]) => [block, String(error)]))
    : {};
