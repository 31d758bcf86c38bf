/** Whether it is meant as the address of a PostgreSQL database, in large or small letters, as the driver takes them. */
export const isPostgresAddress = (text: string): boolean => /^postgres(ql)?:\/\//i.test(text);

/**
 * Whether its password is told from its host and database. One with / # or ? in it ends early: the @ before the host is then where
 * no @ belongs, and what the driver takes for the host and the database are pieces of the password.
 */
export const isWholeAddress = (text: string): boolean => /^[^/]*:\/\/[^/?#]*([/?#][^@]*)?$/.test(text);

/** The files of certificates and keys that a whole address names. */
export const filesNamedIn = (address: string): string[] => {
  const { searchParams } = new URL(address.replace(/^[^?]*/, ''), 'postgres://host');
  return ['sslcert', 'sslkey', 'sslrootcert'].flatMap((name) => searchParams.get(name) || []);
};

/** Whether it is meant as an address of anything: no name of a folder starts so. */
export const looksLikeAddress = (text: string): boolean => /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text);
