// A worker that makes exports slowly, to be killed in the midst of one: `node slow-maker.ts <storage folder>`.
import { Transform } from 'node:stream'
import { workExports } from '../../lib/exchange/export-queue.ts'
import { diskStorage } from '../../lib/storage/disk.ts'

const disk = diskStorage(process.argv[2] ?? '')
const slowly = () =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      setTimeout(() => done(null, chunk), 400)
    },
  })

await workExports(() => false, { ...disk, put: (key, content) => disk.put(key, content.pipe(slowly())) })
