import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Complaint } from './complaint.ts';

/** Where packs are read: messages name a file from the templates folder on, never this machine's folders. */
export type Reader = { templatesFolder: string; complain(complaint: Complaint): void };

/** The name of a file under the templates folder as messages say it: "templates/my-pack/pack.yaml". */
export const fileName = ({ templatesFolder }: Pick<Reader, 'templatesFolder'>, ...parts: string[]): string =>
  path.posix.join(path.basename(path.resolve(templatesFolder)), ...parts);

/** The system's word for a failed read, "ENOENT" when there is no such file. */
export const failureCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** A file's text without a byte order mark, or null and a complaint. */
export async function readText(reader: Reader, ...parts: string[]): Promise<string | null> {
  try {
    const bytes = await readFile(path.join(reader.templatesFolder, ...parts));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    reader.complain({ file: fileName(reader, ...parts), path: '', reason: reasonOf(error) });
    return null;
  }
}

function reasonOf(error: unknown): string {
  const code = failureCode(error);
  if (code === 'ENOENT') return 'is missing';
  return code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? 'is not UTF-8 text' : `cannot be read (${code})`;
}
