import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Pack, PackFile } from '../domain/pack.ts';
import { checkLayout } from './check-layout.ts';
import { fileName, type Reader, readText } from './read-text.ts';

/** A layout's file name: never a path, so that a pack reads nothing outside its own folder. */
const plainName = /^[a-z0-9][a-z0-9.-]*\.hbs$/i;

/** The partials that every pack's layouts may use, by name without the ending. */
export async function readPartials(reader: Reader, folder: string): Promise<Record<string, string>> {
  const names = await readdir(path.join(reader.templatesFolder, folder)).catch(() => []);
  const files = names.filter((name) => plainName.test(name)).sort();
  const sources = await Promise.all(
    files.map(async (file) => [path.parse(file).name, (await readText(reader, folder, file)) ?? ''] as const),
  );
  const partials = Object.fromEntries(sources);
  for (const [name, source] of sources) complainOf(reader, source, partials, folder, `${name}.hbs`);
  return partials;
}

/** The sources of a pack's four layouts by their role; what is missing or wrong is complained about. */
export async function readLayouts(
  reader: Reader,
  folder: string,
  layouts: PackFile['layouts'],
  partials: Record<string, string>,
): Promise<Pack['layoutSources']> {
  const read = async (role: keyof PackFile['layouts']): Promise<string> => {
    const name = layouts[role];
    if (!plainName.test(name)) {
      const reason = 'must be the name of an .hbs file in the folder of the pack';
      reader.complain({ file: fileName(reader, folder, 'pack.yaml'), path: `layouts.${role}`, reason });
      return '';
    }
    const source = await readText(reader, folder, name);
    complainOf(reader, source ?? '', partials, folder, name);
    return source ?? '';
  };
  const [theme, question, workingDraft, paste] = [
    await read('theme'),
    await read('question'),
    await read('workingDraft'),
    await read('paste'),
  ];
  return { theme, question, workingDraft, paste };
}

function complainOf(
  reader: Reader,
  source: string,
  partials: Record<string, string>,
  ...parts: string[]
): void {
  for (const reason of checkLayout(source, Object.keys(partials))) {
    reader.complain({ file: fileName(reader, ...parts), path: '', reason });
  }
}
