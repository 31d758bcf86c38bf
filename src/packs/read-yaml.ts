import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { fileName, type Reader, readText } from './read-text.ts';
import { shapeComplaint } from './shape-complaint.ts';

/** More uses of aliases than any pack needs: beyond it a small file could unfold into a huge one. */
const maxAliasCount = 100;

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
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false, version: '1.2' });
  const problems = [...document.errors, ...document.warnings];
  for (const { pos, code, message } of problems) {
    const { line, col } = lineCounter.linePos(pos[0]);
    const reason = code === 'MULTIPLE_DOCS' ? 'a second document begins with ---' : message.split('\n')[0];
    complain(`line ${line}, column ${col}: ${reason}`);
  }
  if (problems.length > 0) return undefined;
  try {
    return { content: document.toJS({ maxAliasCount }) };
  } catch (error) {
    complain(error instanceof Error ? error.message : 'cannot be unfolded');
    return undefined;
  }
}
