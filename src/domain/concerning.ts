const concerned = new WeakMap<object, string>();

/** Does work on a consultation: what it throws is known to be about that one, so that the log can name its id. */
export async function concerning<Result>(
  consultationId: string | undefined,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (consultationId !== undefined && error instanceof Error && !concerned.has(error))
      concerned.set(error, consultationId);
    throw error;
  }
}

/** The id of the consultation that an error, or its cause, was about; undefined where nobody knows. */
export function consultationOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return concerned.get(error) ?? consultationOf(error.cause);
}
