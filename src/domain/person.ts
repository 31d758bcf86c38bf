import { z } from 'zod';

/** A Slack person as last seen. The name is shown in the working draft only, never in a submission. */
export const personSchema = z.strictObject({
  teamId: z.string(),
  userId: z.string(),
  name: z.string(),
});
export type Person = z.infer<typeof personSchema>;

/** Who acts: the person and the workspace their request came from. */
export type Actor = { userId: string; teamId: string };
