import type { List, ListItem } from 'mdast';
import type { ListPassage } from './passage.ts';
import { paragraphs } from './prose.ts';
import type { Run } from './run.ts';

const newList = ({ ordered, start }: ListPassage): List => ({
  type: 'list',
  ordered,
  start: ordered ? start : null,
  spread: false,
  children: [],
});

function itemOf(runs: Run[]): ListItem {
  const children = paragraphs(runs);
  return { type: 'listItem', spread: children.length > 1, children };
}

const continues = (list: List, { ordered, start }: ListPassage): boolean =>
  list.ordered === ordered && (!ordered || start === (list.start ?? 1) + list.children.length);

/**
 * Slack's flat lists as nested ones: a deeper list goes into the item before it, and a list that was
 * interrupted by a deeper one goes on where its numbers do. An item without words is no item: a lone
 * hyphen under a line would make a heading of it.
 */
export function nestLists(passages: ListPassage[]): List[] {
  const roots: List[] = [];
  let open: { list: List; indent: number }[] = [];
  for (const passage of passages) {
    const items = passage.items.map(itemOf).filter(({ children }) => children.length > 0);
    if (items.length === 0) continue;
    open = open.filter(({ indent }) => indent <= passage.indent);
    let list = open.find(({ indent }) => indent === passage.indent)?.list;
    if (!list || !continues(list, passage)) {
      open = open.filter(({ indent }) => indent < passage.indent);
      list = newList(passage);
      (open.at(-1)?.list.children.at(-1)?.children ?? roots).push(list);
      open.push({ list, indent: passage.indent });
    }
    for (const item of items) list.children.push(item);
  }
  return roots;
}
