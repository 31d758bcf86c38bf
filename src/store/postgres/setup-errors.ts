import { SetupError } from '../../domain/errors.ts';

const untouched = 'Nothing was changed.';

/** What the address of a database must look like. It is never quoted: there is a password in it. */
export const notAnAddress = (): SetupError =>
  new SetupError(
    'The address of the database (DATABASE_URL, or what is after --to) is not one such as postgres://user:password@host:5432/database. Mend it (in a password, / is written as %2F, # as %23, ? as %3F, @ as %40, : as %3A and % as %25; behind the host too @ is %40) and start again.',
  );

/** A certificate or a key, by the name that the address gives it. */
export const unreadableFile = (path: string, code: string): SetupError =>
  new SetupError(
    `A file that the address of the database names cannot be read (${code}): ${path}. Mend its name, or put it where it is looked for and give the user that runs Soundings the right to read it, and start again.`,
  );

/** A database that a later version of Soundings has changed. */
export const newerDatabase = (found: number, known: number): SetupError =>
  new SetupError(
    `The database was last used by a newer version of Soundings (its schema is number ${found}, this version knows ${known}). ${untouched} Start that version, or restore the backup that was made before it.`,
  );

/** A database that an earlier version has made, and that nobody may change yet. */
export const olderDatabase = (): SetupError =>
  new SetupError(
    `The database is of an earlier version of Soundings. ${untouched} Do this with that version, or start this one on it first.`,
  );

/** A database in which there is nothing of ours. */
export const noStoreInDatabase = (): SetupError =>
  new SetupError(
    `The database holds nothing of Soundings. ${untouched} Mend its address if it is another one.`,
  );

/** A database that is in use already. */
export const usedDatabase = (): SetupError =>
  new SetupError(
    `The database holds records of Soundings already. ${untouched} Only an empty one is filled: name another.`,
  );

/** A schema of our name without our record of it. */
export const othersTables = (): SetupError =>
  new SetupError(
    `The schema soundings of the database holds tables, but not soundings.migrations, so it is not of Soundings, or has lost that table. ${untouched} Name another database in DATABASE_URL, or restore this one from a backup, and start again.`,
  );

/** A table that must have been there. */
export const missingTable = (name: string): SetupError =>
  new SetupError(
    `The table soundings.${name} is missing, although soundings.migrations is there. ${untouched} Restore the database from a backup, and start again.`,
  );

/** A table that belongs to another user of the database. */
export const noRightTo = (name: string): SetupError =>
  new SetupError(
    `The database user that DATABASE_URL names may not read and write the table soundings.${name}. ${untouched} Name the user that made it, or grant the rights to all tables of the schema soundings, and start again.`,
  );

/** A standby, or a database that was set so. */
export const readOnlyDatabase = (): SetupError =>
  new SetupError(
    'The database can only be read. Name the primary server in DATABASE_URL, not a standby, and start again.',
  );

/** A database that cannot hold every text. */
export const wrongEncoding = (): SetupError =>
  new SetupError(
    `The database is not in UTF-8, so it could not hold every text. ${untouched} Make one with the encoding UTF8, name it in DATABASE_URL, and start again.`,
  );
