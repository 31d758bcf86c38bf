/**
 * Whether two texts of the same words also say the same: sentences in any order, and within a sentence at most
 * one part in another place ("Nationally, cap caseloads" and "Cap caseloads nationally"). Parts that change
 * places around a third ("councils should fund schools") change who does what, and are not the same.
 */
export function sameOrder(one: string[][], other: string[][]): boolean {
  if (isMoved(one.flat(), other.flat())) return true;
  const left = [...other];
  return (
    one.length === other.length &&
    one.every((sentence) => {
      const at = left.findIndex((candidate) => isMoved(sentence, candidate));
      if (at !== -1) left.splice(at, 1);
      return at !== -1;
    })
  );
}

/** Equal, or equal once two neighbouring parts change places. */
function isMoved(one: string[], other: string[]): boolean {
  if (one.length !== other.length) return false;
  const start = one.findIndex((word, at) => word !== other[at]);
  if (start === -1) return true;
  const end = one.findLastIndex((word, at) => word !== other[at]) + 1;
  const [part, target] = [one.slice(start, end), other.slice(start, end)];
  return part.some(
    (_, cut) =>
      cut > 0 && [...part.slice(cut), ...part.slice(0, cut)].every((word, at) => word === target[at]),
  );
}
