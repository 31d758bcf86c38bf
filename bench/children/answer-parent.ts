export type Answer = { id: number; result: unknown } | { id: number; failed: string };
type Question = { id: number; name: string; what: unknown };

/** What a process of the benchmark can be asked for, by name. */
export type Handlers = Record<string, (what: never) => unknown>;

const answerTo = async (handlers: Handlers, { id, name, what }: Question): Promise<Answer> => {
  try {
    const handler = handlers[name];
    if (handler === undefined) throw new Error(`Nobody here knows “${name}”.`);
    return { id, result: await handler(what as never) };
  } catch (error) {
    return { id, failed: error instanceof Error ? String(error.stack) : String(error) };
  }
};

/** Answers the benchmark, and ends with it. */
export const answerParent = (handlers: Handlers): void => {
  process.on('message', async (question: Question) => process.send?.(await answerTo(handlers, question)));
  process.once('disconnect', () => process.exit());
};
