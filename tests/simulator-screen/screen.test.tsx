import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import { readSimulatorAddress, simulatorHref, type SimulatorState } from '@/components/simulator/address.ts'
import { EXAMPLES } from '@/components/simulator/examples.ts'
import { SimulatorScreen } from '@/components/simulator/simulator-screen.tsx'
import { day } from '@/lib/accord/calendar/day.ts'
import { shippedTexts } from '@/lib/accord/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => undefined }), usePathname: () => '/simulateur' }))

interface Shown {
  readonly locale?: Locale
  readonly wait?: number
}

/** The page as the server sends it, before any script: its text on single spaces, and its markup. */
function shown(href: string, { locale = 'fr', wait }: Shown = {}) {
  const query = Object.fromEntries(new URL(href, 'http://localhost').searchParams)
  const markup = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messagesFor(locale)} timeZone="Europe/Paris">
      <SimulatorScreen
        address={readSimulatorAddress(query, locale)} today={day('2026-11-22')} texts={shippedTexts} wait={wait ?? null}
        origin="https://rebond.example.org" open addressOf={() => Promise.resolve('')}
      />
    </NextIntlClientProvider>,
  )
  const text = markup.replace(/<[^>]+>/gu, ' ').replace(/&#x27;/gu, "'").replace(/&amp;/gu, '&').replace(/&quot;/gu, '"').replace(/\s+/gu, ' ')
  return { markup, text }
}
const page = (state: SimulatorState, options?: Shown) => shown(simulatorHref(state), options)

describe('the simulator, before any script', () => {
  test('asks four things first, and computes nothing on a blank page', () => {
    const { markup, text } = shown('/simulateur')
    for (const name of ['voie', 'engagement', 'remise', 'acceptation']) expect(markup).toContain(`name="${name}"`)
    expect(markup).toMatch(/<input[^>]*name="voie"[^>]*checked=""[^>]*value="employer"|<input[^>]*value="employer"[^>]*checked=""/u)
    expect(text).toContain('L’année s’affichera ici')
    expect(text).toContain('Rien n’est enregistré')
    expect(markup).not.toContain('id="parcours"')
  })

  test('is a form whose query is the state: its fields hold what the address says, its buttons need no script', () => {
    const { markup } = page(EXAMPLES.workPeriod)
    const form = /<form[^>]*>/u.exec(markup)?.[0]
    expect(form).toContain('method="get"')
    expect(form).toContain('action="/simulateur#reponse"')
    expect(markup).toMatch(/name="engagement"[^>]*value="12\/01\/2026"|value="12\/01\/2026"[^>]*name="engagement"/u)
    expect(markup).toContain('<input type="hidden" name="f8" value="work_period"/>')
    const buttons = [...markup.matchAll(/<button[^>]*type="submit"[^>]*>/gu)].map(([tag]) => ({ name: /name="(\w+)"/u.exec(tag)?.[1], value: /value="(\w+)"/u.exec(tag)?.[1] }))
    expect(buttons).toContainEqual({ name: 'geste', value: 'ajouter' })
    expect(buttons).toContainEqual({ name: 'retirer', value: '8' })
    // Enter in a field presses the first button of a form: the one that computes.
    expect(buttons[0]).toEqual({ name: undefined, value: undefined })
  })

  test('shows the year: its text, its term moved by the work period, its deadlines with their rule, its amounts as estimates', () => {
    const { text } = page(EXAMPLES.workPeriod)
    expect(text).toContain('Suspendu, en période de travail, au 14 sept. 2026')
    expect(text).toContain('avenant n° 11')
    expect(text).toMatch(/Terme du CSP dim\. 4 avr\. 2027/u)
    expect(text).toMatch(/Pré-bilan mer\. 11 févr\. 2026 Fait le lun\. 9 févr\. 2026/u)
    expect(text).toContain('Estimation, France Travail décide')
    expect(text).toMatch(/Indemnité légale de licenciement 8 233,33 €/u)
  })

  test('explains a date when asked: the sentence to read aloud, the steps, the article', () => {
    const { text, markup } = shown(`${simulatorHref(EXAMPLES.workPeriod)}&pourquoi=cspTerm`)
    expect(text).toMatch(/Terme du CSP : pourquoi le dim\. 4 avr\. 2027/u)
    expect(text).toContain('Étape')
    expect(text).not.toContain('votre opérateur')
    expect(markup).toContain('pourquoi=cspStart')
  })

  test('tells a refusal at its event, with what would be admitted, and computes without it', () => {
    const { text, markup } = page({ ...EXAMPLES.ordinary, events: [{ kind: 'work_period', values: { contract: 'cdd', from: '2026-05-04', to: '2026-05-05', employer: 'company', validatedOn: '2026-05-01' } }] })
    expect(text).toContain('Un évènement que la règle refuse')
    expect(text).toContain('R-400')
    expect(text).toContain('Ce qui serait accepté')
    expect(markup).toContain('href="#f1"')
    expect(text).toMatch(/Terme du CSP mar\. 2 févr\. 2027/u)
  })

  test('keeps what was typed and says at its field what to do; no year is shown meanwhile', () => {
    const { markup, text } = shown('/simulateur?voie=employer&engagement=31/02/2026&brut=mille')
    expect(markup).toContain('value="31/02/2026"')
    expect(markup).toContain('value="mille"')
    expect(markup).toContain('id="engagement-error"')
    expect(text).toContain('Salaire brut par mois : Écrivez un montant')
    expect(text).toContain('2 réponses sont à corriger avant le calcul')
    expect(markup).not.toContain('id="parcours"')
  })

  test('asks which text to apply where none is known, and assumes none', () => {
    const { text, markup } = page(EXAMPLES.afterLast)
    expect(text).toContain('Aucun texte connu ne couvre cette procédure')
    expect(markup).toContain('name="texte"')
    expect(markup).toContain('texte=H')
    expect(markup).not.toContain('id="parcours"')
    expect(text).not.toContain('refuse]')
    const chosen = page({ ...EXAMPLES.afterLast, answers: { ...EXAMPLES.afterLast.answers, texte: 'H' } })
    expect(chosen.markup).toContain('id="parcours"')
    expect(chosen.text).toContain('Fin de la réflexion')
  })

  test('an authorisation still awaited dates nothing, and says what it waits for', () => {
    const { text } = page(EXAMPLES.protected)
    expect(text).toContain('Autorisation attendue, au 10 févr. 2026')
    expect(text).toContain('le CSP attend la décision d’autorisation')
  })

  test('gives the link with its day fixed, and the public contract’s own request and answer', () => {
    const { events, answers } = EXAMPLES.ordinary
    const { aujourdhui: _on, ...rest } = answers
    const { markup, text } = page({ answers: rest, events })
    expect(markup).toMatch(/id="adresse"[^>]*value="https:\/\/rebond\.example\.org\/simulateur\?[^"]*aujourdhui=2026-11-22/u)
    expect(text).toContain('"engagedOn": "2026-01-12"')
    expect(text).toContain('"cspTerm": "2027-02-02"')
    expect(text).toContain("curl -s 'https://rebond.example.org/api/v1/simulate'")
  })

  test('says to wait where it was asked too often, and keeps the answers', () => {
    const { text, markup } = page(EXAMPLES.ordinary, { wait: 12 })
    expect(text).toContain('Réessayez dans 12 secondes')
    expect(markup).not.toContain('id="parcours"')
    expect(markup).toContain('value="12/01/2026"')
  })

  test('speaks English whole', () => {
    const { text } = page(EXAMPLES.job, { locale: 'en' })
    expect(text).toContain('In a job, on 26 Oct 2026')
    expect(text).not.toMatch(/\b(?:Emploi|réponse|Retirer|dossier|évènement)\b/u)
  })
})
