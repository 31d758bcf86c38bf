const pattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Whether a name on the disk is one that we would give. */
export const isSafeName = (name: string): boolean => pattern.test(name);

/** An id that may be a file's or folder's name as it stands; throws for any other, so that no path leaves the data folder. */
export const safeName = (id: string): string => {
  if (!isSafeName(id))
    throw new Error('An id may only hold letters, digits, hyphens and underscores, 64 at most.');
  return id;
};
