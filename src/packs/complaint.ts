import { SetupError } from '../domain/errors.ts';

/** Something wrong in a pack: `file` as its author knows it, `path` inside it ("questions.2.number", or ""). */
export type Complaint = { file: string; path: string; reason: string };

/** One error that says everything that is wrong, one line each: file, path inside it, reason. */
export const complaintsError = (complaints: Complaint[]): SetupError =>
  new SetupError(
    complaints
      .map(({ file, path, reason }) => [file, path, reason].filter((part) => part !== '').join(': '))
      .join('\n'),
  );
