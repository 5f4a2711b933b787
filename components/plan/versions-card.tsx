import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { SelectField } from '@/components/ui/text-fields.tsx'
import { isoOf, parseDay } from '@/lib/accord/calendar/day.ts'
import { comparePlans, type Compared, type LinePair } from '@/lib/cases/content/plan-diff.ts'
import type { PlanLine, Signature, WorkingPlanContent } from '@/lib/cases/content/plan.ts'
import type { PlanVersion, PlanView } from '@/lib/cases/plan/views.ts'
import { formatDay } from '@/lib/wording/format/index.ts'
import { placeHref } from '@/components/file/file-places.tsx'
import { aroundText, lineText, measureWords } from './plan-words.ts'

interface VersionsCardProps {
  readonly plan: PlanView
  /** The two versions put side by side, by number; `0` is the plan worked on. */
  readonly compared: readonly [number, number] | null
}

/** The plans that were validated, who signed them, and any two of them side by side. */
export function VersionsCard({ plan, compared }: VersionsCardProps) {
  const t = useTranslations('plan.versions')
  const locale = useLocale()
  const { versions, view } = plan
  if (versions.length === 0) return null
  const nameOf = (version: PlanVersion): string => t('version', { number: version.number, day: formatDay(version.on, locale) })
  const choices = [...versions.map((version) => ({ value: String(version.number), label: nameOf(version) })), { value: '0', label: t('working') }]
  const contentOf = (number: number): WorkingPlanContent | null => (number === 0 ? plan.plan.content : (versions.find((version) => version.number === number)?.content ?? null))
  const [from, to] = compared ?? [versions.at(-1)?.number ?? 1, 0]
  const before = compared === null ? null : contentOf(from)
  const after = compared === null ? null : contentOf(to)
  return (
    <Card id="versions" title={t('title')}>
      <ul className="plan-versions">
        {versions.toReversed().map((version) => (
          <li key={version.factId}>
            <b>{nameOf(version)}</b>
            <span className="muted">{signedWords(version, t)}</span>
            <Signatures version={version} />
          </li>
        ))}
      </ul>
      <form action={placeHref(view.reference, 'plan')} method="get" className="plan-compare no-print">
        <SelectField name="de" label={t('compareFrom')} choices={choices} defaultValue={String(from)} />
        <SelectField name="a" label={t('compareTo')} choices={choices} defaultValue={String(to)} />
        <Button type="submit">{t('compare')}</Button>
      </form>
      {before !== null && after !== null && <Comparison before={before} after={after} names={[choices.find(({ value }) => value === String(from))?.label ?? '', choices.find(({ value }) => value === String(to))?.label ?? '']} />}
      {compared !== null && (before === null || after === null) && <p className="muted">{t('nothingKept')}</p>}
    </Card>
  )
}

type Versions = ReturnType<typeof useTranslations<'plan.versions'>>

function signedWords({ signedByBeneficiary, signedByAdviser }: PlanVersion, t: Versions): string {
  if (signedByBeneficiary && signedByAdviser) return t('signedBoth')
  return signedByBeneficiary ? t('signedBeneficiary') : signedByAdviser ? t('signedAdviser') : t('signedNobody')
}

function Signatures({ version }: { readonly version: PlanVersion }) {
  const t = useTranslations('plan.versions')
  const locale = useLocale()
  const kept = version.content?.signatures
  if (kept === undefined || kept === null) return null
  const shown = ([['beneficiary', kept.beneficiary], ['adviser', kept.adviser]] as const).flatMap(([who, signature]) => (signature === null || (signature.manner === 'recorded' && signature.on === isoOf(version.on)) ? [] : [[who, signature] as const]))
  if (shown.length === 0) return null
  return (
    <div className="plan-signatures">
      {shown.map(([who, signature]) => (
        <figure key={who}>
          <Drawn signature={signature} label={t(`who.${who}`)} />
          <figcaption>{t(signature.manner === 'drawn' ? 'drawnOn' : 'recordedOn', { who: t(`who.${who}`), day: dayWords(signature.on, locale) })}</figcaption>
        </figure>
      ))}
    </div>
  )
}

const dayWords = (iso: string, locale: 'fr' | 'en'): string => {
  const day = parseDay(iso)
  return day === null ? iso : formatDay(day, locale)
}

function Drawn({ signature, label }: { readonly signature: Signature; readonly label: string }) {
  const t = useTranslations('plan.versions')
  if (signature.path === null) return null
  return (
    <svg className="signature" viewBox={`0 0 ${signature.width ?? 320} ${signature.height ?? 120}`} role="img" aria-label={t('signatureOf', { who: label })}>
      <path d={signature.path} fill="none" stroke="currentColor" strokeWidth={2.2} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** What one version became in the other: as text, side by side; what did not change is counted, not shown. */
function Comparison({ before, after, names }: { readonly before: WorkingPlanContent; readonly after: WorkingPlanContent; readonly names: readonly [string, string] }) {
  const t = useTranslations('plan.versions')
  const { lines, words } = comparePlans(before, after)
  const moved = lines.filter(({ kind }) => kind !== 'same')
  const same = lines.length - moved.length
  if (moved.length === 0 && words.length === 0) return <p role="status">{t('identical')}</p>
  return (
    <div className="plan-diff">
      <table className="grid">
        <caption className="vh">{t('comparison', { before: names[0], after: names[1] })}</caption>
        <thead><tr><th scope="col">{t('what')}</th><th scope="col">{names[0]}</th><th scope="col">{names[1]}</th></tr></thead>
        <tbody>
          {moved.map((pair, index) => <Pair key={index} pair={pair} />)}
          {words.map((field) => (
            <tr key={field}><th scope="row">{t(`around.${field}`)}</th><td dir="auto">{aroundText(before, field)}</td><td dir="auto"><b>{aroundText(after, field)}</b></td></tr>
          ))}
        </tbody>
      </table>
      {same > 0 && <p className="sm muted">{t('same', { count: same })}</p>}
    </div>
  )
}

function Pair({ pair }: { readonly pair: LinePair }) {
  const t = useTranslations('plan.versions')
  const locale = useLocale()
  const name = (line: PlanLine): string => [measureWords(line, locale), line.goal].filter((piece) => piece !== null).join(', ')
  if (pair.kind === 'added') return <tr><th scope="row">{name(pair.after)}</th><td><span className="faint">{t('absent')}</span></td><td><b>{t('added')}</b></td></tr>
  if (pair.kind === 'removed') return <tr><th scope="row">{name(pair.before)}</th><td>{t('there')}</td><td><b>{t('removed')}</b></td></tr>
  const told = (line: PlanLine, field: Compared): string => lineText(line, field, locale) || t('empty')
  return (
    <>
      {pair.changed.map((field) => (
        <tr key={field}>
          <th scope="row">{name(pair.after)}<small>{t(`field.${field}`)}</small></th>
          <td className="pre" dir="auto">{told(pair.before, field)}</td>
          <td className="pre" dir="auto"><b>{told(pair.after, field)}</b></td>
        </tr>
      ))}
    </>
  )
}
