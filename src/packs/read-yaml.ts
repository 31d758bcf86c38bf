import { CORE_SCHEMA, loadAll, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { fileName, type Reader, readText } from './read-text.ts';
import { shapeComplaint } from './shape-complaint.ts';

/** More uses of aliases than any pack needs: beyond it a small file could unfold into a huge one. */
const maxAliases = 100;

/**
 * A YAML file in the shape of `schema`, or null after complaining about everything that is wrong with it.
 * YAML 1.2 without tags of its own; a key given twice is an error.
 */
export async function readYaml<T>(
  reader: Reader,
  schema: z.ZodType<T>,
  ...parts: string[]
): Promise<T | null> {
  const source = await readText(reader, ...parts);
  if (source === null) return null;
  const file = fileName(reader, ...parts);
  const value = parsed(source, (reason) => reader.complain({ file, path: '', reason }));
  if (value === undefined) return null;
  const result = schema.safeParse(value.content);
  if (result.success) return result.data;
  for (const issue of result.error.issues) reader.complain({ file, ...shapeComplaint(issue, value.content) });
  return null;
}

function parsed(source: string, complain: (reason: string) => void): { content: unknown } | undefined {
  try {
    const [content = null, ...more] = loadAll(source, { schema: CORE_SCHEMA, maxAliases });
    if (more.length === 0) return { content };
    complain('a second document begins with ---');
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark, reason } = error;
    complain(mark === undefined ? reason : `line ${mark.line + 1}, column ${mark.column + 1}: ${reason}`);
  }
  return undefined;
}
