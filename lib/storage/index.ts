import { storageEnvironment } from '../environment.ts'
import { diskStorage } from './disk.ts'
import { s3Storage } from './s3.ts'
import type { Storage } from './storage.ts'

export { newKey, STORAGE_KEY, type Storage, type StorageRoom } from './storage.ts'

let opened: Storage | undefined

/** The storage of this process, as the environment says: a folder of the disk, or a bucket where one is set. */
export function storage(): Storage {
  if (opened !== undefined) return opened
  const set = storageEnvironment()
  opened =
    set.REBOND_S3_ENDPOINT === undefined
      ? diskStorage(set.REBOND_STORAGE_FOLDER)
      : s3Storage({
          endpoint: set.REBOND_S3_ENDPOINT,
          bucket: set.REBOND_S3_BUCKET ?? '',
          region: set.REBOND_S3_REGION,
          accessKeyId: set.REBOND_S3_ACCESS_KEY_ID ?? '',
          secretAccessKey: set.REBOND_S3_SECRET_ACCESS_KEY ?? '',
        })
  return opened
}

/** Looks at the environment again at the next call, for a test that ends. */
export function forgetStorage(): void {
  opened = undefined
}
