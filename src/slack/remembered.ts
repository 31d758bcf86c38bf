/** From so many on, those that are too old are looked for and dropped. */
const MANY = 1_000;

/** Answers of `ask`, each kept for `keepMs`; a failure is not kept. */
export function remembered<Answer>(keepMs: number, now: () => Date, ask: (id: string) => Promise<Answer>) {
  type Known = { at: number; answer: Promise<Answer> };
  const kept = new Map<string, Known>();
  // Either way: a clock may be set back.
  const isFresh = ({ at }: Known) => Math.abs(now().getTime() - at) < keepMs;
  const sweep = () => {
    for (const [id, known] of kept) if (!isFresh(known)) kept.delete(id);
  };
  return {
    get(id: string): Promise<Answer> {
      const known = kept.get(id);
      if (known !== undefined && isFresh(known)) return known.answer;
      if (kept.size > MANY) sweep();
      const asked = { at: now().getTime(), answer: ask(id) };
      kept.set(id, asked);
      asked.answer.catch(() => {
        if (kept.get(id) === asked) kept.delete(id);
      });
      return asked.answer;
    },
    forget: (id: string) => void kept.delete(id),
  };
}
