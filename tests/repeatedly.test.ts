import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeatedly, resting } from '../src/repeatedly.ts';
import { latch } from './latch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('does it at once and again, but not while it is still going on, and no more once it is ended', async () => {
  const { opened, open } = latch();
  const task = vi.fn(() => opened);
  const end = repeatedly(task, 1_000);
  expect(task).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(5_500);
  expect(task).toHaveBeenCalledTimes(1);
  open();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(task).toHaveBeenCalledTimes(3);
  end();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(task).toHaveBeenCalledTimes(3);
});

it('rests for some times after a failure, and not after what goes well', async () => {
  const outcomes = ['well', 'well', 'badly', 'well', 'badly'];
  const done: (string | undefined)[] = [];
  const task = resting(async () => {
    done.push(outcomes.shift());
    if (done.at(-1) === 'badly') throw new Error('Not this time');
  }, 2);
  const turns: string[] = [];
  for (let turn = 1; turn <= 8; turn += 1) {
    const before = done.length;
    const end = await task().then(
      () => 'well',
      () => 'badly',
    );
    turns.push(done.length === before ? 'left out' : end);
  }
  expect(turns).toEqual(['well', 'well', 'badly', 'left out', 'left out', 'well', 'badly', 'left out']);
});
