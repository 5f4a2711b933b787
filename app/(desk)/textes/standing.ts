import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/lib/access/actor.ts'
import { reachOf } from '@/lib/access/can.ts'
import type { CountedText } from '@/lib/cases/texts/queries.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { civilDayOf } from '@/lib/wording/format/moment.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** Where a text stands, for whoever works under it: in preparation, published on a day, superseded since. */
export async function standingOf(locale: Locale): Promise<(text: Pick<CountedText, 'state' | 'publishedAt'>) => string> {
  const t = await getTranslations('texts.own')
  return ({ state, publishedAt }) => {
    if (publishedAt === null) return t('draft')
    const published = t('publishedOn', { day: formatDayPlain(civilDayOf(publishedAt), locale) })
    return state === 'superseded' ? `${published} ${t('superseded')}` : published
  }
}

/** How far the reader sees, for the note at the foot. */
export function roleReach(actor: Actor): 'own' | 'basins' | 'operator' {
  const reach = reachOf(actor, 'texts.impact')
  return reach === 'own' || reach === 'basins' ? reach : 'operator'
}
