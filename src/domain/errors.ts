/**
 * A refusal or mistake whose message is written for the person who will read it: what happened, and
 * what to do next. Anything else that is thrown is a bug and is shown as an apology with a reference.
 */
export class UserError extends Error {
  override name = 'UserError';
}

/** Somebody else has been doing the same for so long that waiting for them was given up. */
export class BusyError extends UserError {
  override name = 'BusyError';

  constructor() {
    super('Soundings is still busy with this. Try again in a minute.');
  }
}

/** A mistake about one field of a form, to be shown beside it. */
export class FieldError extends UserError {
  override name = 'FieldError';
  readonly field: 'title' | 'respondingAs' | 'reason' | 'wording' | 'safeguardingReviewer' | 'keep';

  constructor(field: FieldError['field'], message: string) {
    super(message);
    this.field = field;
  }
}

/** Something on this machine that its keeper must mend (a setting, a file, a pack): said at start, exit code 1. */
export class SetupError extends Error {
  override name = 'SetupError';
}
