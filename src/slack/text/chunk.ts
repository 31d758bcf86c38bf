/** Cuts a list wherever the key changes, so that each chunk has one key; order stays. */
export function chunk<Item, Key>(items: Item[], keyOf: (item: Item) => Key): { key: Key; items: Item[] }[] {
  const chunks: { key: Key; items: Item[] }[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const last = chunks.at(-1);
    if (last?.key === key) last.items.push(item);
    else chunks.push({ key, items: [item] });
  }
  return chunks;
}
