import { environmentOrExit } from '../environment.ts'
import { diskStorage } from './disk.ts'
import type { Storage } from './storage.ts'

export { newKey, STORAGE_KEY, type Storage, type StorageRoom } from './storage.ts'

let opened: Storage | undefined

/** The storage of this process, as the environment says: a folder of the disk unless set otherwise. */
export function storage(): Storage {
  opened ??= diskStorage(environmentOrExit().REBOND_STORAGE_FOLDER)
  return opened
}
