import { NextIntlClientProvider } from 'next-intl'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CatalogueScreen } from '@/components/catalogue/catalogue-screen.tsx'
import { DEFINITIONS, IMPORTED, IMPORTED_IDS, INDICATOR_IDS } from '@/lib/indicators/definitions.ts'
import { PUBLISHED, PUBLISHED_SOURCES } from '@/lib/indicators/published.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

const router = { back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {}, hmrRefresh() {} } as never
const page = (locale: 'fr' | 'en') => {
  const html = renderToStaticMarkup(
    <AppRouterContext value={router}>
      <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris"><CatalogueScreen /></NextIntlClientProvider>
    </AppRouterContext>,
  )
  return html.replaceAll(/[\u00A0\u202F]/gu, ' ').replaceAll('&#x27;', '’').replaceAll('&amp;', '&')
}
const entry = (html: string, id: string) => (new RegExp(`<article class="rule-entry" id="${id}"[\\s\\S]*?</article>`, 'u').exec(html)?.[0] ?? '').replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')

describe.each(['fr', 'en'] as const)('the catalogue in %s', (locale) => {
  const html = page(locale)
  test.each([...INDICATOR_IDS, ...IMPORTED_IDS])('%s has its entry, its place in the contents and its sentence', (id) => {
    const words = messagesFor(locale).indicators[id]
    expect(entry(html, id)).toContain(words.counts.replaceAll(/[\u00A0\u202F]/gu, ' '))
    expect(html).toContain(`href="#${id}"`)
  })
})

describe('what it says comes from the definitions', () => {
  const html = page('fr')
  test.each(DEFINITIONS.filter(({ maturityMonths }) => maturityMonths > 0))('$id: seen $maturityMonths months after', ({ id, maturityMonths }) => {
    expect(entry(html, id)).toContain(`comptée ${maturityMonths} mois après`)
  })
  test.each(DEFINITIONS.filter(({ unit }) => unit === 'share'))('$id: a share says among whom', ({ id }) => {
    expect(entry(html, id)).toContain('Parmi')
  })
  test('a figure that no file holds says that it is imported, and is never estimated', () => {
    for (const { id } of IMPORTED) expect(entry(html, id)).toMatch(/Importé.*jamais d’estimation/u)
    for (const { id } of DEFINITIONS) expect(entry(html, id)).not.toContain('Importé')
  })
  test('a published value has its source, which opens over https where it can', () => {
    expect(entry(html, 'bonusTakeUp')).toContain('32 %, entrants du 3ᵉ trimestre 2023 ou note de cette date.')
    expect(entry(html, 'trainingDelay')).toContain('de 5 mois à 6 mois')
    expect(entry(html, 'bonusFirstAmount')).toContain('3 300,00 €')
    for (const values of Object.values(PUBLISHED)) for (const { source } of values) expect(URL.canParse(PUBLISHED_SOURCES[source].url)).toBe(true)
  })
})
