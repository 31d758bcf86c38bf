import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { eventually } from '../../eventually.ts';
import { startChild } from '../child.ts';
import { run } from './run.ts';

it('the server of a run that is killed ends with it', async () => {
  const holder = startChild(new URL('./holds-a-server.ts', import.meta.url));
  const url = await holder.hear();
  const [first] = await run(url, 'show fsync', "select current_setting('data_directory') as folder");
  await holder.kill();
  await eventually(() => expect(run(url, 'select 1')).rejects.toThrow('ECONNREFUSED'));
  await eventually(() => expect(existsSync(String(first?.folder))).toBe(false));
});
