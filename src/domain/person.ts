import { z } from 'zod';

/** A Slack person as last seen. The name is shown in the working draft only, never in a submission. */
export const personSchema = z.strictObject({
  teamId: z.string(),
  userId: z.string(),
  /** Empty once erased. */
  name: z.string(),
  /** When they had their data erased (UTC ISO): nothing they said until then is taken in again. */
  erasedAt: z.iso.datetime().nullable().default(null),
  /** A bot, or of another workspace: their endorsements are in no document. */
  isOutsider: z.literal(true).exactOptional(),
});
export type Person = z.infer<typeof personSchema>;

/** What saving somebody makes of what is known of them: an erasure is never undone, nor moved to an earlier time. */
export function savedOver(known: Person | null, person: Person): Person {
  if (known === null || known.erasedAt === null) return person;
  if (person.erasedAt === null) return known;
  return person.erasedAt < known.erasedAt ? { ...person, erasedAt: known.erasedAt } : person;
}

/** Who acts: the person and the workspace their request came from. */
export type Actor = { userId: string; teamId: string };
