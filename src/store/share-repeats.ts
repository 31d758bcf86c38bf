/** Longer ones are people's words and checksums, of which no two are alike. */
const longestShared = 40;
const none: readonly never[] = Object.freeze([]);

/**
 * The same value, for which the same short texts are kept in memory once, and so are empty lists: a file names its channel,
 * its threads and their authors in every entry, and most lists of an entry stay empty. Changes the value in place.
 */
export const shareRepeats = <T>(value: T): T => {
  const known = new Map<string, string>();
  const shared = (each: unknown): unknown => {
    if (typeof each === 'string') return each.length > longestShared ? each : once(known, each);
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each) && each.length === 0) return none;
    const parts = each as Record<string, unknown>;
    for (const name of Object.keys(parts)) parts[name] = shared(parts[name]);
    return each;
  };
  return shared(value) as T;
};

const once = (known: Map<string, string>, text: string): string => {
  const same = known.get(text);
  if (same === undefined) known.set(text, text);
  return same ?? text;
};
