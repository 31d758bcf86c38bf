import type { Contribution, ContributionKey } from '../domain/contribution.ts';
import { badFile } from './bad-file.ts';
import type { ConsultationFolder } from './consultation-folder.ts';
import type { NumberedFile } from './numbered-files.ts';
import type { WithLog } from './with-log.ts';

type ContributionFile = NumberedFile<WithLog<Contribution>>;

/**
 * Which file a message was put into. Only the file knows whether it is (still) there, so a failed write needs no
 * undoing here.
 */
export type ContributionIndex = {
  find(key: ContributionKey): ContributionFile | undefined;
  set(key: ContributionKey, file: ContributionFile): void;
};

const textOf = ({ teamId, channelId, messageTs }: ContributionKey) => `${teamId} ${channelId} ${messageTs}`;

/** The file of every message of these consultations. Throws a SetupError when one message is there twice. */
export const indexContributions = (folders: Iterable<ConsultationFolder>): ContributionIndex => {
  const index = new Map<string, ContributionFile>();
  const add = (file: ContributionFile, contribution: Contribution) => {
    const twin = index.get(textOf(contribution));
    if (twin) {
      const message = `message ${contribution.messageTs} of channel ${contribution.channelId}`;
      throw badFile(
        file.path,
        `holds ${message}, which ${twin.path === file.path ? 'it holds twice' : `${twin.path} holds too`}`,
      );
    }
    index.set(textOf(contribution), file);
  };
  for (const { contributions } of folders) {
    for (const file of contributions.all()) {
      for (const contribution of file.current()) add(file, contribution);
    }
  }
  return {
    find: (key) => index.get(textOf(key)),
    set: (key, file) => {
      index.set(textOf(key), file);
    },
  };
};
