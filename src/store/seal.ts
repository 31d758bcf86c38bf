import type { z } from 'zod';
import { describeMismatch } from './bad-file.ts';

/** Freezes a value and all inside it, so that what callers get can never be changed behind the store's back. */
export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
};

/**
 * A frozen copy of what a caller wants kept. Throws when it does not fit the schema: written, it would stop the
 * next start.
 */
export const seal = <T>(schema: z.ZodType<T>, value: T): T => {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Error(`This cannot be stored: ${describeMismatch(parsed.error)}`);
  return deepFreeze(parsed.data);
};
