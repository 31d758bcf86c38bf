import type { Root } from 'mdast';

/** What a layout shows: text, or blocks of a document. */
export type Value = string | Root;

/** A marker is private-use characters, which no text of a document keeps, around the number of its value. */
export const marker = /\uE000(\d+)\uE001/g;

const isRoot = (value: object): value is Root => 'type' in value && value.type === 'root';

/**
 * The same view with a marker for every text and tree, and these in order: so nothing that a person typed, and
 * no title or name, is there when the layout is rendered and read as Markdown. Empty ones stay "nothing".
 */
export function sealed(view: unknown): { view: unknown; values: Value[] } {
  const values: Value[] = [];
  const mark = (value: Value): string => `\uE000${values.push(value) - 1}\uE001`;
  const seal = (value: unknown): unknown => {
    if (typeof value === 'string') return value === '' ? '' : mark(value);
    if (Array.isArray(value)) return value.map(seal);
    if (typeof value !== 'object' || value === null) return value;
    if (isRoot(value)) return value.children.length === 0 ? '' : mark(value);
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, seal(inner)]));
  };
  return { view: seal(view), values };
}
