import { vi } from 'vitest';

type Patience = { timeout?: number; interval?: number };

/**
 * Resolves once `check` does, asked again and again, for what nobody announces; rejects as it did last. Vitest's own second is too
 * short for a busy machine.
 */
export const eventually = <Result>(
  check: () => Result | Promise<Result>,
  { timeout = 15_000, interval = 20 }: Patience = {},
): Promise<Result> => vi.waitFor(check, { timeout, interval });
