import { existsSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { startChild } from '../child.ts';
import { run } from './run.ts';

it('the server of a run that is killed ends with it', async () => {
  const holder = startChild(new URL('./holds-a-server.ts', import.meta.url));
  const url = await holder.hear();
  const [first] = await run(url, 'show fsync', "select current_setting('data_directory') as folder");
  await holder.kill();
  await vi.waitFor(() => expect(run(url, 'select 1')).rejects.toThrow('ECONNREFUSED'), 5_000);
  await vi.waitFor(() => expect(existsSync(String(first?.folder))).toBe(false), 15_000);
});
