import { createReadStream, createWriteStream, open as openFile } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { STORAGE_KEY, type Storage } from './storage.ts'

const openNumbered = promisify<string, string, number>(openFile)

function missing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
}

/** Keeps each key as a file of a folder, readable by the application's user alone. */
export function diskStorage(folder: string): Storage {
  const place = (key: string): string => {
    if (!STORAGE_KEY.test(key)) throw new RangeError('not a storage key')
    return path.join(folder, key)
  }
  return {
    async put(key, content) {
      const kept = place(key)
      const arriving = `${kept}.arriving`
      await mkdir(path.dirname(kept), { recursive: true, mode: 0o700 })
      try {
        // Whole or not at all: it takes its name once its last byte is there, and `wx` refuses a key already taken.
        await pipeline(content, createWriteStream(arriving, { flags: 'wx', mode: 0o600 }))
        await (await open(kept, 'wx', 0o600)).close()
        await rename(arriving, kept)
      } catch (error) {
        await rm(arriving, { force: true })
        throw error
      }
    },
    async read(key) {
      try {
        return await readFile(place(key))
      } catch (error) {
        if (missing(error)) return null
        throw error
      }
    },
    async open(key) {
      try {
        // By its number: a FileHandle that nobody read to its end would stop the program when it is collected.
        return createReadStream('', { fd: await openNumbered(place(key), 'r') })
      } catch (error) {
        if (missing(error)) return null
        throw error
      }
    },
    async remove(key) {
      const kept = place(key)
      // What a writer killed in its midst had brought, too.
      await Promise.all([rm(kept, { force: true }), rm(`${kept}.arriving`, { force: true })])
    },
  }
}
