import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { elementsOf, optionsOf } from './block-elements.ts';
import { messageBlocks, modal } from './block-shapes.ts';
import { type Block, blocksIn, isPayload } from './payload.ts';
import { Refusal } from './refusal.ts';

/** Undocumented, but real: the characters of all blocks of a message together. */
const sumOfBlocks = 13_200;
const viewBytes = 250_000;

/** Throws `invalid_blocks`, naming the block and the limit, or `msg_blocks_too_long`. */
export const refuseBlocks = (given: unknown): void => {
  const checked = messageBlocks.safeParse(given);
  const faults = checked.success ? repeatsIn(blocksIn(given)) : faultsOf(checked.error, '/blocks');
  if (faults.length > 0) throw new Refusal('invalid_blocks', faults);
  if (textLength(given) > sumOfBlocks) throw new Refusal('msg_blocks_too_long');
};

/** Throws `invalid_arguments`, as views.open does, naming the place and the limit. */
export const refuseView = (given: unknown): void => {
  const checked = modal.safeParse(given);
  const blocks = isPayload(given) ? blocksIn(given.blocks) : [];
  const faults = checked.success ? repeatsIn(blocks) : faultsOf(checked.error, '/view');
  if (faults.length > 0) throw new Refusal('invalid_arguments', faults);
  if (Buffer.byteLength(JSON.stringify(given)) > viewBytes) throw new Refusal('view_too_large');
};

/** What is wrong, each with the place, in the shape of Slack's own messages. */
export const faultsOf = (error: z.ZodError, root: string): string[] =>
  error.issues.map(
    ({ message, path }) => `[ERROR] ${message} [json-pointer:${[root, ...path.map(String)].join('/')}]`,
  );

const repeatsIn = (blocks: Block[]): string[] => [
  ...repeated(blocks.map(({ block_id }) => block_id)).map((id) => `[ERROR] block_id ${id} is used twice`),
  ...blocks.flatMap((block) => [
    ...repeated(elementsOf(block).map(({ action_id }) => action_id)).map(
      (id) => `[ERROR] action_id ${id} is used twice in a block`,
    ),
    ...elementsOf(block).filter(hasForeignInitial).map(foreignInitial),
    ...elementsOf(block).filter(hasNoOptions).map(noOptions),
  ]),
  ...(blocks.flatMap(elementsOf).filter(({ focus_on_load }) => focus_on_load === true).length > 1
    ? ['[ERROR] only one element may have focus_on_load']
    : []),
];

const repeated = (ids: (string | undefined)[]): string[] =>
  ids.filter((id): id is string => id !== undefined).filter((id, index, all) => all.indexOf(id) !== index);

const hasForeignInitial = (element: Block): boolean => {
  const initial = [element.initial_option, element.initial_options].flat().filter(isPayload);
  return initial.some((one) => !optionsOf(element).some((option) => isDeepStrictEqual(option, one)));
};
const foreignInitial = ({ action_id }: Block): string =>
  `[ERROR] an initial option of ${action_id} is not one of its options`;

const hasNoOptions = (element: Block): boolean =>
  /static_select$/.test(element.type) && optionsOf(element).length === 0;
const noOptions = ({ action_id }: Block): string => `[ERROR] ${action_id} has no options`;

const textLength = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce((sum, one) => sum + textLength(one), 0);
  if (!isPayload(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : textLength(one)),
    0,
  );
};
