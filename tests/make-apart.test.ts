import { expect, it } from 'vitest';
import { UserError } from '../src/domain/errors.ts';
import { makeDocument } from '../src/export/make-document.ts';
import { createLog } from '../src/log.ts';
import { makeApart } from '../src/make-apart.ts';
import { childrenOf } from './children-of.ts';
import { record } from './compile/records.ts';

it('says where a document went wrong, and not a word of what people wrote', async () => {
  const { pack } = record([]);
  const layoutSources = { ...pack.layoutSources, workingDraft: '{{> "\n    at the school of Alice"}}' };
  const broken = record([], { pack: { ...pack, layoutSources } });
  expect(() => makeDocument('draft', broken)).toThrow(/^ +at the school of Alice/m);

  const error: unknown = await makeApart('draft', broken).catch((reason) => reason);
  const lines: string[] = [];
  createLog('error', { write: (line) => void lines.push(line) }).error('It failed', error);
  expect(lines.join('')).toMatch(/"cause":\{"name":"SetupError".*src\/compile\/render-layout\.ts/);
  expect(lines.join('')).not.toContain('Alice');
});

it('breaks off what takes too long, and says so to whoever waits', async () => {
  const error: unknown = await makeApart('draft', record([]), 1).catch((reason) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect(String(error)).toContain('took longer than a minute');
  expect(await makeApart('draft', record([]))).toEqual(makeDocument('draft', record([])));
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'is made all the same when %s for the app reached its process in the first moment',
  async (signal) => {
    const others = childrenOf(process.pid);
    const made = makeApart('draft', record([]));
    const [maker] = childrenOf(process.pid).filter((pid) => !others.includes(pid));
    if (maker === undefined) throw new Error('There is no such process');
    process.kill(maker, signal);
    expect(await made).toEqual(makeDocument('draft', record([])));
  },
);
