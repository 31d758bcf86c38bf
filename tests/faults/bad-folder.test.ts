import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SetupError } from '../../src/domain/errors.ts';
import { everyFileUnder, exported, openedConsultation, recorded, startApp } from '../office.ts';

const damages: [string, (text: string) => string][] = [
  ['cut short', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['somebody else’s', () => '{"name":"left-pad","version":"1.3.0"}'],
];

it('a file that is cut short, empty or foreign stops the start, is named, and is as before; mended, nothing is lost', async () => {
  const there = await openedConsultation();
  const { workspace, app, dataDir, bea, channel, thread } = there;
  await recorded(there, bea.replies(channel, thread('Funding'), 'Kept all the while'));
  await exported(there, there.ruth, 'export markdown');
  await app.stop();
  const [id = ''] = await readdir(join(dataDir, 'consultations'));
  for (const name of ['contributions-0001.json', 'consultation.json', 'actions-0001.json']) {
    const file = join(dataDir, 'consultations', id, name);
    const good = await readFile(file, 'utf8');
    for (const [what, damage] of damages) {
      await writeFile(file, damage(good));
      const before = await everyFileUnder(dataDir);
      const error: unknown = await startApp(workspace, dataDir).catch((reason: unknown) => reason);
      expect(error, `${name} ${what}`).toBeInstanceOf(SetupError);
      expect(String(error)).toContain(file);
      expect(String(error)).not.toContain('Kept all');
      expect(await everyFileUnder(dataDir)).toBe(before);
    }
    await writeFile(file, good);
  }
  await startApp(workspace, dataDir);
  await recorded(there, bea.replies(channel, thread('Funding'), 'Said after it was mended'));
  expect(await everyFileUnder(dataDir)).toContain('Kept all the while');
}, 30_000);
