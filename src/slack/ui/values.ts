import { z } from 'zod';
import {
  type Contribution,
  contributionRef,
  type Held,
  messageTsSchema,
  sealOf,
} from '../../domain/contribution.ts';

/** What buttons and forms carry of our own. It comes back from outside, so it is read as strictly as anything. */
const idSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export const contributionValueSchema = z
  .string()
  .regex(/^[A-Z0-9]{1,32}:\d{1,12}\.\d{6}$/)
  .transform((value) => {
    const [channelId = '', messageTs = ''] = value.split(':');
    return { channelId, messageTs };
  });

/** A held reply and the seal of the words that were held when the button was shown. */
export const heldValue = (contribution: Contribution, held: Held): string =>
  `${contributionRef(contribution)}:${sealOf(held)}`;

const sealSchema = z.string().regex(/^[0-9a-f]{16}$/);
export const heldValueSchema = z
  .string()
  .regex(/^[A-Z0-9]{1,32}:\d{1,12}\.\d{6}:[0-9a-f]{16}$/)
  .transform((value) => {
    const [channelId = '', messageTs = '', seal = ''] = value.split(':');
    return { channelId, messageTs, seal };
  });
export const appealMetadataSchema = z.strictObject({
  channelId: idSchema,
  messageTs: messageTsSchema,
  seal: sealSchema,
});

/** A choice among a channel's consultations: the command's words and the one chosen. */
export const choiceSchema = z.strictObject({ words: z.string().max(100), consultationId: idSchema });

export const channelMetadataSchema = z.strictObject({ channelId: idSchema });
/** Counted by the record: a form is saved only on the version that it was opened with. */
const versionSchema = z.number().int().nonnegative();
export const consultationMetadataSchema = z.strictObject({
  consultationId: idSchema,
  version: versionSchema,
});
export const messageMetadataSchema = z.strictObject({
  channelId: idSchema,
  messageTs: messageTsSchema,
  threadTs: messageTsSchema.nullable(),
});
export const contributionMetadataSchema = z.strictObject({
  channelId: idSchema,
  messageTs: messageTsSchema,
  hash: z.string().max(64),
  version: versionSchema,
  isEditor: z.boolean(),
});
/** An option of "where to": a consultation and one of its themes. */
export const placeSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}\/[a-z0-9-]{1,80}$/)
  .transform((value) => {
    const [consultationId = '', themeId = ''] = value.split('/');
    return { consultationId, themeId };
  });

/** Our JSON, read as `schema`. Throws when somebody has tampered with it. */
export const readJson = <Value>(schema: z.ZodType<Value>, json: string): Value =>
  schema.parse(JSON.parse(json));
