import { cookies } from 'next/headers'
import { flashCookie, type Flash } from './flash.ts'

/** From a server action, before it redirects: the next page shows the notice. */
export async function setFlash(notice: Flash): Promise<void> {
  const jar = await cookies()
  jar.set(flashCookie, JSON.stringify(notice), { path: '/', maxAge: 60, sameSite: 'lax' })
}
