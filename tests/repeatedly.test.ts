import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { repeatedly } from '../src/repeatedly.ts';
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
