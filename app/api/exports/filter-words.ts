import { getLocale, getTranslations } from 'next-intl/server'
import { lawWords } from '@/components/basin/law-words.ts'
import { wordChips } from '@/components/caseload/word-caseload.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { caseloadSearch, parseCaseloadSearch } from '@/lib/cases/caseload-params.ts'
import { caseload } from '@/lib/cases/queries/caseload.ts'

/** The filters at work in a list that is exported, in the very words of its screen. */
export async function filterWords(actor: Actor, definition: string, params: Readonly<Record<string, string>>): Promise<readonly string[]> {
  if (definition !== 'caseload') return []
  const page = await caseload(actor, { ...parseCaseloadSearch(params['search'] ?? ''), page: 1, size: 25 })
  if (page === null) return []
  const [t, locale] = await Promise.all([getTranslations('caseload'), getLocale()])
  return wordChips(page, caseloadSearch(page.params), { t, locale, ...lawWords(locale) }).map(({ label }) => label)
}
