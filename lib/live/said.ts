import { z } from 'zod'

/** Where the database says that a file changed. */
export const LIVE_CHANNEL = 'rebond_live'

const changed = z.object({
  operator: z.uuid(),
  file: z.uuid(),
  reference: z.string(),
  version: z.number().int(),
  by: z.uuid().nullable(),
  basin: z.uuid(),
  /** Before and after. */
  counsellors: z.array(z.uuid().nullable()),
  referents: z.array(z.uuid().nullable()),
})
/** A file changed: whose it is, and was. */
export type FileChanged = z.output<typeof changed>

const presence = z.object({
  /** `hello`: someone has just come, the others answer; `here`: still there; `left`. */
  said: z.enum(['hello', 'here', 'left']),
  file: z.uuid(),
  /** Of one screen: somebody may have two. */
  screen: z.uuid(),
  account: z.uuid(),
  name: z.string().max(200),
})
export type Presence = z.output<typeof presence>

const closed = z.object({ said: z.literal('session_closed'), account: z.uuid(), openedAt: z.number().int() })
/** Someone signed out of the session opened then, in seconds since 1970. */
export type SessionClosed = z.output<typeof closed>

function read<T>(schema: z.ZodType<T>, said: string): T | null {
  try {
    return schema.safeParse(JSON.parse(said)).data ?? null
  } catch {
    return null
  }
}

/** What was said of a file; `null` for anything else. */
export const readChanged = (said: string): FileChanged | null => read(changed, said)
/** What was said of who looks; `null` for anything else. */
export const readPresence = (said: string): Presence | null => read(presence, said)
/** Of a session that was closed; `null` for anything else. */
export const readSessionClosed = (said: string): SessionClosed | null => read(closed, said)
