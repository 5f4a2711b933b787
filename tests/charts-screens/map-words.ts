import { createTranslator } from 'next-intl'
import type { MapWords } from '@/lib/charts/map.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const t = createTranslator({ locale: 'fr', messages: messagesFor('fr'), namespace: 'map' })

export const mapWords: MapWords = {
  under: (to) => t('under', { to }),
  between: (from, to) => t('between', { from, to }),
  over: (from) => t('over', { from }),
  all: t('all'),
  noColour: t('noColour'),
  noSize: t('noSize'),
  sized: (name) => t('sized', { name }),
  coloured: (name) => t('coloured', { name }),
  insets: messagesFor('fr').map.insets,
}
