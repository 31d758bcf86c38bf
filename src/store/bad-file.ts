import type { z } from 'zod';
import { SetupError } from '../domain/errors.ts';

/** A file of the data folder that cannot be what we wrote. Nothing is repaired behind its keeper's back. */
export const badFile = (path: string, whatIsWrong: string): SetupError =>
  new SetupError(
    `${path} ${whatIsWrong}. Nothing was changed. Restore it from a backup, or move it out of the data folder, and start again.`,
  );

/** A file that is as we left it, for all we know, and that we may not open. */
export const deniedFile = (path: string, code: string): SetupError =>
  new SetupError(
    `${path} cannot be read: access is denied (${code}). Nothing was changed. Give the user that runs Soundings the right to read and write it, and start again.`,
  );

/** A file that must have been there, since others of ours point at it. */
export const missingFile = (path: string, why: string): SetupError =>
  new SetupError(
    `${path} is missing, ${why}. Nothing was changed. Restore it from a backup, and start again.`,
  );

/** Where a value first departs from its schema, and how; never quotes the value, which may be people's words. */
export const describeMismatch = (error: z.ZodError): string => {
  const issue = error.issues[0];
  const where = issue?.path.join('.') || 'its top level';
  const how =
    issue?.code === 'unrecognized_keys' ? 'there are fields that do not belong here' : issue?.message;
  return `at ${where}: ${how}`;
};
