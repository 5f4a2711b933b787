import { useLocale, useTranslations } from 'next-intl'
import { TEXTS_READ_ON, type Day } from '@/lib/accord/index.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import type { SimulatorState } from './address.ts'
import { supposed } from './simulator-words.ts'

/** At the head of the paper, where the page's own title asks for a simulation. */
export function PrintedTitle() {
  const t = useTranslations('simulator.printed')
  return <p className="only-print sim-printed-title">Rebond · {t('title')}</p>
}

/** On paper alone: what was supposed stands in the form on the screen. */
export function Supposed({ state, today }: { readonly state: SimulatorState; readonly today: Day }) {
  const t = useTranslations('simulator.printed')
  const locale = useLocale()
  return (
    <section className="only-print sim-supposed" aria-labelledby="suppose">
      <h2 id="suppose">{t('supposed')}</h2>
      <dl>
        {supposed(state, today, locale).map(({ label, said }, index) => (
          <div key={index}><dt>{label}</dt><dd>{said}</dd></div>
        ))}
      </dl>
    </section>
  )
}

/** At the foot of the paper: when, with which texts, and the way back. */
export function PrintedFoot({ today, address }: { readonly today: Day; readonly address: string }) {
  const t = useTranslations('simulator.printed')
  const locale = useLocale()
  return (
    <footer className="only-print sim-printed-foot">
      <p>{t('computed', { day: formatDayPlain(today, locale), read: formatDayPlain(TEXTS_READ_ON, locale) })} {t('legal')}</p>
      <p>{t('link')} : <span className="sim-url">{address}</span></p>
    </footer>
  )
}
