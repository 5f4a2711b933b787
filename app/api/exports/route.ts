import { getTranslations } from 'next-intl/server'
import { setFlash } from '@/components/ui/set-flash.ts'
import { readBounded } from '@/lib/access/read-bounded.ts'
import { isSameOrigin } from '@/lib/access/same-origin.ts'
import { currentActor } from '@/lib/access/session.ts'
import { requestExport } from '@/lib/exchange/request-export.ts'
import { EXPORT_FORMATS } from '@/lib/exchange/sheet.ts'
import { filterWords } from './filter-words.ts'

/** Longest form read. */
const MOST_BYTES = 20_000

/** Where the browser goes next; relative, so that no proxy is guessed. */
const to = (location: string) => new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })

/**
 * A plain form asks for an export: `definition`, `format`, and the rest what the definition is asked. A short one leads
 * to its download, which leaves the page where it is; a long one to the list of exports.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const actor = await currentActor()
  if (actor === null) return to('/connexion')
  const body = await readBounded(request, MOST_BYTES)
  const { definition = '', format, ...params } = Object.fromEntries(new URLSearchParams(body ?? ''))
  const known = EXPORT_FORMATS.find((one) => one === format)
  if (known === undefined) return to('/exports?refus=invalid')
  const outcome = await requestExport(actor, { definition, params, format: known, filter: await filterWords(actor, definition, params) })
  switch (outcome.kind) {
    case 'done':
      return to(`/api/exports/${outcome.id}`)
    case 'under_way':
      await setFlash({ text: (await getTranslations('exports'))('underWay') })
      return to('/exports')
    case 'too_many':
    case 'not_allowed':
    case 'invalid':
      return to(`/exports?refus=${outcome.kind}`)
  }
}
