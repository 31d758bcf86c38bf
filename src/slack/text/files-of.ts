import { z } from 'zod';
import { cleanLine } from './clean-text.ts';

const isWebAddress = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';

const fileSchema = z.object({
  name: z
    .string()
    .catch('')
    .transform((name) => cleanLine(name) || 'file'),
  permalink: z.string().refine(isWebAddress).catch(''),
});

/** Most messages have none. */
const filesSchema = z.array(z.unknown()).default([]).catch([]);

/** The files of a message by name and address in Slack. A nameless one is "file"; an address that is not https is empty. */
export function filesOf(message: { files?: unknown }): { name: string; url: string }[] {
  return filesSchema.parse(message.files).flatMap((file) => {
    const { success, data } = fileSchema.safeParse(file);
    return success ? [{ name: data.name, url: data.permalink }] : [];
  });
}
