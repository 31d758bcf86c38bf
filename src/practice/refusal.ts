/** What Slack answers instead of doing it: `{ ok: false, error }`, with the details where it gives any. */
export class Refusal extends Error {
  readonly error: string;
  readonly details: string[];

  constructor(error: string, details: string[] = []) {
    super([error, ...details].join(' '));
    this.error = error;
    this.details = details;
  }
}
