import { useTranslations } from 'next-intl'
import type { MapWords } from '@/lib/charts/map.ts'

/** The words of maps, in the language of the page. */
export function useMapWords(): MapWords {
  const t = useTranslations('map')
  return {
    under: (to) => t('under', { to }),
    between: (from, to) => t('between', { from, to }),
    over: (from) => t('over', { from }),
    all: t('all'),
    noColour: t('noColour'),
    noSize: t('noSize'),
    sized: (name) => t('sized', { name }),
    coloured: (name) => t('coloured', { name }),
    insets: { guadeloupe: t('insets.guadeloupe'), martinique: t('insets.martinique'), guyane: t('insets.guyane'), reunion: t('insets.reunion'), mayotte: t('insets.mayotte') },
  }
}
