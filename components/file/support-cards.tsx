import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { RuleChip } from '@/components/ui/rule-chip.tsx'
import { parseDay } from '@/lib/accord/calendar/day.ts'
import type { FactView, FileView } from '@/lib/cases/views/file.ts'
import { formatDay, formatPeriod } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { fieldWords, optionWord } from './acts/form-view.ts'
import type { LegalWords } from './legal-words.ts'

interface CardProps {
  readonly view: FileView
  readonly words: LegalWords
}

const inForce = (view: FileView, kind: string): readonly FactView[] =>
  view.facts.filter((fact) => fact.kind === kind && fact.factIndex !== null)

const text = (content: FactView['content'], key: string): string | null => {
  const value = content?.[key]
  return typeof value === 'string' && value !== '' ? value : null
}

const PRE_BILAN_TEXTS = ['profile', 'project', 'strengths', 'difficulties', 'obstacles', 'labourMarket'] as const

/** What the first interview found. */
export function PreBilanCard({ view, words }: CardProps) {
  const t = useTranslations('file.preBilan')
  const locale = useLocale()
  const fact = inForce(view, 'pre_bilan_held').at(-1)
  if (fact === undefined) return null
  const label = (key: string): string => fieldWords('pre_bilan_held', `content.${key}`, locale).label
  const said = PRE_BILAN_TEXTS.flatMap((key) => {
    const value = text(fact.content, key)
    return value === null ? [] : [{ key, value }]
  })
  const business = text(fact.content, 'businessProject')
  return (
    <Card id="pre-bilan" title={t('title')} aside={<><span className="est">{t('heldOn', { on: formatDay(fact.on, locale) })}</span><RuleChip rule="R-301" article={words.article('R-301')} /></>}>
      {said.length === 0 ? <p className="muted">{t('noWords')}</p> : (
        <dl className="said">
          {said.map(({ key, value }) => <div key={key}><dt>{label(key)}</dt><dd dir="auto">{value}</dd></div>)}
          {business !== null && <div><dt>{label('businessProject')}</dt><dd>{optionWord('content.businessProject', business, locale)}</dd></div>}
          {fact.content?.['skillsAssessment'] === true && <div><dt>{t('skills')}</dt><dd>{t('useful')}</dd></div>}
        </dl>
      )}
    </Card>
  )
}

interface Measure {
  readonly measure: string
  readonly provider: string | null
  readonly from: string | null
  readonly to: string | null
  readonly note: string | null
}

function measuresOf(fact: FactView): readonly Measure[] {
  const lines = fact.content?.['measures']
  if (!Array.isArray(lines)) return []
  const word = (line: Readonly<Record<string, unknown>>, key: string): string | null => {
    const value = line[key]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return (lines as readonly Readonly<Record<string, unknown>>[]).map((line) => ({
    measure: word(line, 'measure') ?? '', provider: word(line, 'provider'), from: word(line, 'from'), to: word(line, 'to'), note: word(line, 'note'),
  }))
}

function whenOf(measure: Measure, locale: Locale): string {
  const from = measure.from === null ? null : parseDay(measure.from)
  const to = measure.to === null ? null : parseDay(measure.to)
  if (from === null) return to === null ? '' : formatDay(to, locale)
  return formatPeriod(from, to, locale)
}

/** The plan in force, its measures, and its earlier versions. */
export function PlanCard({ view, words }: CardProps) {
  const t = useTranslations('file.plan')
  const locale = useLocale()
  const versions = inForce(view, 'plan_validated')
  const current = versions.at(-1)
  if (current === undefined) return null
  return (
    <Card
      id="plan"
      title={t('title')}
      aside={<><span className="est">{t('version', { version: versions.length, on: formatDay(current.on, locale) })} <Signatures fact={current} /></span><RuleChip rule="R-303" article={words.article('R-303')} /></>}
    >
      <Measures fact={current} />
      <PlanTexts fact={current} />
      {versions.length > 1 && (
        <details className="tb">
          <summary>{t('earlier', { count: versions.length - 1 })}</summary>
          {versions.slice(0, -1).toReversed().map((fact, index) => (
            <section key={fact.id} className="earlier">
              <h3>{t('version', { version: versions.length - 1 - index, on: formatDay(fact.on, locale) })}</h3>
              <Measures fact={fact} />
            </section>
          ))}
        </details>
      )}
    </Card>
  )
}

function Signatures({ fact }: { readonly fact: FactView }) {
  const t = useTranslations('file.plan')
  const beneficiary = fact.terms['signedByBeneficiary'] !== false
  const adviser = fact.terms['signedByAdviser'] !== false
  return <>{t(beneficiary && adviser ? 'signedBoth' : beneficiary ? 'signedBeneficiary' : adviser ? 'signedAdviser' : 'signedNobody')}</>
}

function Measures({ fact }: { readonly fact: FactView }) {
  const t = useTranslations('file.plan')
  const locale = useLocale()
  const measures = measuresOf(fact)
  if (measures.length === 0) return <p className="muted">{t('noMeasures')}</p>
  return (
    <table className="pl">
      <caption className="vh">{t('measures')}</caption>
      <thead><tr><th scope="col">{t('measure')}</th><th scope="col">{t('when')}</th><th scope="col">{t('who')}</th></tr></thead>
      <tbody>
        {measures.map((measure) => (
          <tr key={measure.measure}>
            <th scope="row">{optionWord('content.measures', measure.measure, locale)}{measure.note !== null && <small dir="auto">{measure.note}</small>}</th>
            <td>{whenOf(measure, locale)}</td>
            <td dir="auto">{measure.provider}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlanTexts({ fact }: { readonly fact: FactView }) {
  const locale = useLocale()
  const said = (['workPeriodsConditions', 'appealRoutes'] as const).flatMap((key) => {
    const value = text(fact.content, key)
    return value === null ? [] : [{ key, value }]
  })
  if (said.length === 0) return null
  return (
    <dl className="said">
      {said.map(({ key, value }) => <div key={key}><dt>{fieldWords('plan_validated', `content.${key}`, locale).label}</dt><dd dir="auto">{value}</dd></div>)}
    </dl>
  )
}
