/** Whether it is meant as the address of a PostgreSQL database, in large or small letters, as the driver takes them. */
export const isPostgresAddress = (text: string): boolean => /^postgres(ql)?:\/\//i.test(text);

/** Whether it is meant as an address of anything: no name of a folder starts so. */
export const looksLikeAddress = (text: string): boolean => /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text);
