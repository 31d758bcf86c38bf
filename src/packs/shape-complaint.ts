import type { z } from 'zod';
import type { Complaint } from './complaint.ts';

type Issue = z.core.$ZodIssue;

const names: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

/** What zod found, said to the author of a pack: where in the file, and what to put there instead. */
export function shapeComplaint(issue: Issue, content: unknown): Omit<Complaint, 'file'> {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
  return {
    path: [...issue.path.map(String), ...(keys.length === 1 ? keys : [])].join('.'),
    reason: reasonOf(issue, valueAt(content, issue.path)),
  };
}

const valueAt = (content: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), content);

const isGroup = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null;

function reasonOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'too_small':
      return issue.origin === 'number'
        ? `must be more than ${issue.inclusive ? Number(issue.minimum) - 1 : issue.minimum}`
        : 'must not be empty';
    case 'too_big':
      return `must not be longer than ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'}`;
    case 'invalid_value':
      return value === undefined ? 'is missing' : `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return issue.keys.length === 1
        ? 'is not a field of a pack'
        : `these are not fields of a pack: ${issue.keys.join(', ')}`;
    default:
      return issue.message;
  }
}

function wrongType(expected: string, value: unknown): string {
  if (value === undefined) return 'is missing';
  const wanted = `must be ${names[expected] ?? expected}`;
  return expected === 'string' && typeof value !== 'object' ? `${wanted} (put it in quotes)` : wanted;
}
