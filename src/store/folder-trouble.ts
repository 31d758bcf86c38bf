import { SetupError } from '../domain/errors.ts';
import { systemCode } from './files.ts';

const noRight =
  'access is denied. Give the user that runs Soundings the right to write there and in all that is in it';
const notAFolder = 'there is a file where a folder must be. Move it away';

const causes: Record<string, string> = {
  ENOSPC: 'the disk is full. Make room on it',
  ENOENT: 'it is not there and cannot be made. Make it',
  EDQUOT: 'its disk quota is used up. Make room',
  EROFS: 'it is on a read-only disk. Mount it for writing',
  EACCES: noRight,
  EPERM: noRight,
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
};

/** A failure of the system at the data folder, said to its keeper; any other error stays as it is. */
export const folderTrouble = (folder: string, error: unknown): unknown => {
  const code = systemCode(error);
  if (code === '') return error;
  const cause = causes[code] ?? `the system says ${code}. Mend that`;
  return new SetupError(
    `The data folder ${folder} cannot be used: ${cause}, or set DATA_DIR to another folder, and start again.`,
    { cause: error },
  );
};
