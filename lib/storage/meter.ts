import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** What lets a stream pass, and knows its size and its SHA-256 once it has: `told` is asked at the end, and once. */
export function meter(): { readonly through: Transform; readonly told: () => { readonly size: number; readonly sha256: string } } {
  const hash = createHash('sha256')
  let size = 0
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  return { through, told: () => ({ size, sha256: hash.digest('hex') }) }
}
