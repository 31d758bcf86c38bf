import { createInterface } from 'node:readline';
import { type FolderLock, lockFolder } from '../../src/store/folder-lock.ts';

// A process of its own: at each "go" it tries to lock the folder and says how that went, at each "leave" it lets go.
const folder = process.argv[2] ?? '';
let lock: FolderLock | null = null;

console.log('ready');
for await (const word of createInterface(process.stdin)) {
  if (word === 'go') {
    try {
      lock = await lockFolder(folder);
      console.log('holds');
    } catch (error) {
      console.log(`refused: ${error instanceof Error ? error.message : ''}`);
    }
  } else {
    await lock?.release();
    lock = null;
    console.log('left');
  }
}
