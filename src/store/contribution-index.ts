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

type Channel = Pick<ContributionKey, 'teamId' | 'channelId'>;
const textOf = ({ teamId, channelId }: Channel) => `${teamId} ${channelId}`;

/** By channel first: a time stamp is in memory already, as the record's own. */
const createIndex = (): ContributionIndex => {
  const channels = new Map<string, Map<string, ContributionFile>>();
  return {
    find: (key) => channels.get(textOf(key))?.get(key.messageTs),
    set: (key, file) => {
      const messages = channels.get(textOf(key)) ?? new Map();
      channels.set(textOf(key), messages.set(key.messageTs, file));
    },
  };
};

/** The file of every message of these consultations. Throws a SetupError when one message is there twice. */
export const indexContributions = (folders: Iterable<ConsultationFolder>): ContributionIndex => {
  const index = createIndex();
  const add = (file: ContributionFile, contribution: Contribution) => {
    const twin = index.find(contribution);
    if (twin) {
      const message = `message ${contribution.messageTs} of channel ${contribution.channelId}`;
      throw badFile(
        file.path,
        `holds ${message}, which ${twin.path === file.path ? 'it holds twice' : `${twin.path} holds too`}`,
      );
    }
    index.set(contribution, file);
  };
  for (const { contributions } of folders) {
    for (const file of contributions.all()) {
      for (const contribution of file.current()) add(file, contribution);
    }
  }
  return index;
};
