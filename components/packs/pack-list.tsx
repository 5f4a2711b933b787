import { FileText } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { PackLine, PlaceChoice } from '@/lib/steering/packs/queries.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { TERRITORY_LEVELS } from '@/lib/indicators/slices.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { EmptyState } from '../ui/notices.tsx'
import { Field } from '../ui/field.tsx'
import Link from '../ui/link.tsx'
import { SubmitButton } from '../ui/submit-button.tsx'
import { FileLinks } from './pack-files.tsx'

export interface QuarterChoice {
  readonly code: string
  readonly name: string
}

/** A place and a quarter: one click gives the three files of a draft. */
export function PrepareForm({ places, quarters, chosen, action }: { readonly places: readonly PlaceChoice[]; readonly quarters: readonly QuarterChoice[]; readonly chosen: { readonly place: string | null; readonly quarter: string | null }; readonly action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('packs')
  return (
    <form action={action} className="pack-prepare">
      <Field name="place" label={t('list.place')}>
        <select id="place" name="place" className="input" defaultValue={chosen.place ?? undefined}>
          {TERRITORY_LEVELS.toReversed().map((level) => {
            const held = places.filter((place) => place.level === level)
            if (held.length === 0) return null
            return <optgroup key={level} label={t(`level.${level}`)}>{held.map(({ value, name }) => <option key={value} value={value}>{name}</option>)}</optgroup>
          })}
        </select>
      </Field>
      <Field name="quarter" label={t('list.quarter')}>
        <select id="quarter" name="quarter" className="input" defaultValue={chosen.quarter ?? quarters[0]?.code}>
          {quarters.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        </select>
      </Field>
      <SubmitButton>{t('list.prepare')}</SubmitButton>
      <p className="hint">{t('list.prepareHint')}</p>
    </form>
  )
}

export interface PackTableProps {
  readonly packs: readonly PackLine[]
  readonly caption: string
  /** Where each is opened: `/pilotage/lots` or `/comite/lots`. */
  readonly root: string
  readonly timeZone: string
  readonly quarterNames: Readonly<Record<string, string>>
}

/** Packs, each with its files. */
export function PackTable({ packs, caption, root, timeZone, quarterNames }: PackTableProps) {
  const t = useTranslations('packs')
  const locale = useLocale()
  if (packs.length === 0) return <EmptyState sign={FileText} title={t('list.emptyTitle')} />
  return (
    <table className="table pack-table pack-list" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('list.column.pack')}</th>
          <th scope="col" role="columnheader">{t('list.column.state')}</th>
          <th scope="col" role="columnheader">{t('list.column.files')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {packs.map((pack) => (
          <tr role="row" key={pack.id}>
            <th scope="row" role="rowheader">
              <Link href={`${root}/${pack.id}`}>{pack.placeName}, {quarterNames[pack.quarter] ?? pack.quarter}</Link>
              <span className="pack-detail">{t(`level.${pack.level}`)}{pack.number !== null && <> · {pack.number}</>}</span>
            </th>
            <td role="cell" data-l={t('list.column.state')}>
              <span>
                {pack.issuedOn === null
                  ? t('list.changed', { when: formatMoment(pack.changedAt, locale, timeZone), who: pack.changedBy ?? t('pack.platform') })
                  : <>{t('list.issuedOn', { day: formatDayPlain(day(pack.issuedOn), locale) })} {t('list.by', { operator: pack.operator ?? t('pack.platform') })}</>}
                {pack.replacedBy !== null && <span className="pack-detail"><b>{t('list.replaced', { number: pack.replacedBy })}</b></span>}
              </span>
            </td>
            <td role="cell" data-l={t('list.column.files')}>{pack.files.length === 0 ? '—' : <FileLinks id={pack.id} files={pack.files} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
