import { type Block, blocksIn, isPayload, type Payload } from './payload.ts';

/** The elements of a block that a person can act on: its own, its accessory, or its actions. */
export const elementsOf = (block: Block): Block[] => {
  if (block.type === 'actions') return blocksIn(block.elements);
  return blocksIn([block.element, block.accessory]).filter(({ type }) => type !== 'image');
};

/** The options of a menu, from its groups too. */
export const optionsOf = (element: Block): Payload[] => {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const lists = [element.options, ...groups.filter(isPayload).map(({ options }) => options)];
  return lists.flatMap((list) => (Array.isArray(list) ? list.filter(isPayload) : []));
};

/** Gives an id to each block and element that came without one, as Slack does. */
export const withIds = (blocks: readonly Block[], nextId: (prefix: string) => string): Block[] =>
  structuredClone([...blocks]).map((block) => {
    for (const element of elementsOf(block)) element.action_id ??= nextId('action-');
    return { ...block, block_id: block.block_id ?? nextId('block-') };
  });
