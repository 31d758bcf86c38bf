import type { LoggedAction } from '../../domain/action-log.ts';

/**
 * The lines of a parameter, appended in the same statement as the change that they tell of, when that is made: `written`
 * is what the statement's first part calls its rows, which name their consultation. Of lines that come at once in other
 * statements the order is the server's.
 */
export const addLines = (parameter: string): string => `
  insert into soundings.actions (consultation_id, record)
  select written.consultation_id, line.record::json
  from written, unnest(${parameter}::text[]) with ordinality as line (record, place) order by place`;

export const asText = (lines: readonly LoggedAction[]): string[] => lines.map((line) => JSON.stringify(line));
