import { type LoggedAction, loggedActionSchema } from '../domain/action-log.ts';
import { seal } from './seal.ts';

const ofAnother = () => new Error('A line of the log stays in the consultation that it tells of.');

/** Copies of the lines that a change comes with. Throws when one is of another consultation, or could not be read again. */
export const toldLines = (consultationId: string, lines: readonly LoggedAction[]): LoggedAction[] =>
  lines.map((line) => {
    if (line.consultationId !== consultationId) throw ofAnother();
    return seal(loggedActionSchema, line);
  });
