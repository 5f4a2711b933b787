import Link from '@/components/ui/link.tsx'
import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import { isoOf } from '@/lib/accord/calendar/day.ts'
import { INDICATOR_IDS } from '@/lib/indicators/definitions.ts'
import { neighbour, periodOfCode, periodsOffered, TWELVE_MONTHS, type PeriodChoice } from '@/lib/indicators/period-choice.ts'
import { DEPARTMENTS, REGIONS } from '@/lib/indicators/places.ts'
import { PERSON_DIMENSIONS, placeText } from '@/lib/indicators/slices.ts'
import type { Ground } from '@/lib/steering/dashboard/overview.ts'
import { steeringHref, type SteeringAddress } from './address.ts'
import { useSteeringWords, type SteeringRole } from './steering-words.ts'

interface FiltersProps {
  readonly ground: Ground
  readonly asked: SteeringAddress
  readonly role: SteeringRole
}

const distinct = (codes: readonly string[]) => [...new Set(codes)]

/** Where, whose and when: a plain form, whose answer is an address. */
export function DashboardFilters({ ground, asked, role }: FiltersProps) {
  const { t, period, place, group } = useSteeringWords()
  const { basins, counsellors, choice, slice } = ground
  const regions = distinct(basins.map(({ regionCode }) => regionCode)).map((code) => ({ code, name: REGIONS[code] ?? code })).toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
  const departments = distinct(basins.map(({ departmentCode }) => departmentCode)).map((code) => ({ code, name: DEPARTMENTS[code]?.name ?? code })).toSorted((a, b) => a.code.localeCompare(b.code, 'fr', { numeric: true }))
  const offered = periodsOffered(ground.today)
  const option = (one: PeriodChoice) => <option key={one.code} value={one.code ?? ''}>{period(one)}</option>
  const inLists = [...offered.quarters, ...offered.months, ...offered.years].some(({ code }) => code === choice.code) || choice.code === TWELVE_MONTHS
  return (
    <div className="card steer-filters no-print">
      <form action="/pilotage" method="get" className="steer-form" aria-label={t('filters')}>
        <div className="field">
          <label htmlFor="steer-place">{t('place.label')}</label>
          <select id="steer-place" name="place" className="input" defaultValue={placeText(slice.place)} key={placeText(slice.place)}>
            <option value="nation">{t(`place.nation.${role}`)}</option>
            {regions.length > 0 && (
              <optgroup label={t('place.regions')}>
                {regions.map(({ code, name }) => <option key={code} value={`region:${code}`}>{place({ place: { level: 'region', code }, name, standing: 'theirs' }, role)}</option>)}
              </optgroup>
            )}
            <optgroup label={t('place.departments')}>
              {departments.map(({ code, name }) => <option key={code} value={`department:${code}`}>{place({ place: { level: 'department', code }, name, standing: 'theirs' }, role)}</option>)}
            </optgroup>
            <optgroup label={t('place.basins')}>
              {basins.map(({ code, name }) => <option key={code} value={`basin:${code}`}>{name}</option>)}
            </optgroup>
          </select>
        </div>
        {counsellors.length > 1 && (
          <div className="field">
            <label htmlFor="steer-counsellor">{t('counsellor.label')}</label>
            <select id="steer-counsellor" name="counsellor" className="input" defaultValue={slice.counsellor ?? ''} key={slice.counsellor ?? ''}>
              <option value="">{t('counsellor.all')}</option>
              {counsellors.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
          </div>
        )}
        <div className="field">
          <label htmlFor="steer-period">{t('period.label')}</label>
          <select id="steer-period" name="period" className="input" defaultValue={choice.code ?? ''} key={choice.code ?? ''}>
            {choice.code === null && <option value="">{t('period.chosen')}</option>}
            {choice.code !== null && !inLists && option(choice)}
            <option value={TWELVE_MONTHS}>{t('period.twelve')}</option>
            <optgroup label={t('period.quarters')}>{offered.quarters.map(option)}</optgroup>
            <optgroup label={t('period.months')}>{offered.months.map(option)}</optgroup>
            <optgroup label={t('period.years')}>{offered.years.map(option)}</optgroup>
          </select>
        </div>
        {asked.indicator !== null && (
          <div className="field">
            <label htmlFor="steer-indicator">{t('one.choose')}</label>
            <IndicatorSelect id="steer-indicator" name="indicator" value={asked.indicator} />
          </div>
        )}
        {choice.code === null && <><input type="hidden" name="from" value={isoOf(choice.period.from)} /><input type="hidden" name="to" value={isoOf(choice.period.to)} /></>}
        <Rest asked={asked} leaving={['indicator']} />
        <Button type="submit" look="primary">{t('period.show')}</Button>
      </form>
      <div className="steer-beside">
        <Neighbours ground={ground} asked={asked} />
        <details className="steer-days">
          <summary>{t('period.days')}</summary>
          <form action="/pilotage" method="get" className="steer-form">
            {slice.place.level !== 'nation' && <input type="hidden" name="place" value={placeText(slice.place)} />}
            {slice.counsellor !== null && <input type="hidden" name="counsellor" value={slice.counsellor} />}
            <Rest asked={asked} leaving={[]} />
            {(['from', 'to'] as const).map((end) => (
              <div key={end} className="field">
                <label htmlFor={`steer-${end}`}>{t(`period.${end}`)}</label>
                <input key={isoOf(choice.period[end])} id={`steer-${end}`} name={end} type="date" className="input" required defaultValue={isoOf(choice.period[end])} />
              </div>
            ))}
            <Button type="submit">{t('period.show')}</Button>
          </form>
        </details>
      </div>
      {PERSON_DIMENSIONS.some((dimension) => asked.where[dimension] !== undefined) && (
        <p className="steer-chips">
          <span>{t('narrowed.label')}</span>
          {PERSON_DIMENSIONS.flatMap((dimension) => {
            const value = asked.where[dimension]
            if (value === undefined) return []
            const what = t('narrowed.one', { dimension: t(`dimension.${dimension}`), value: group(dimension, value) })
            const { [dimension]: _left, ...where } = asked.where
            return [
              <Link key={dimension} className="filter on" href={steeringHref(asked, { where })} aria-label={t('narrowed.remove', { what })}>
                {what}<Icon of={X} size={16} />
              </Link>,
            ]
          })}
        </p>
      )}
    </div>
  )
}

/** What the address already asks and the form does not, sent along with it. */
function Rest({ asked, leaving }: { readonly asked: SteeringAddress; readonly leaving: readonly string[] }) {
  const query = steeringHref({ ...asked, place: null, counsellor: null, period: null, from: null, to: null }).split('?')[1] ?? ''
  return [...new URLSearchParams(query)].filter(([name]) => !leaving.includes(name)).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

function Neighbours({ ground: { choice, today }, asked }: Pick<FiltersProps, 'ground' | 'asked'>) {
  const { t, period } = useSteeringWords()
  const [before, after] = ([-1, 1] as const).map((side) => neighbour(choice, side, today))
  const link = (code: string | null | undefined, side: 'before' | 'after') => {
    const found = code == null ? null : periodOfCode(code, today)
    if (found === null) return null
    return (
      <Link className="btn ghost" href={steeringHref(asked, { period: found.code, from: null, to: null })} aria-label={t(`period.${side}`, { name: period(found) })}>
        {side === 'before' && <Icon of={ChevronLeft} />}{period(found)}{side === 'after' && <Icon of={ChevronRight} />}
      </Link>
    )
  }
  return <>{link(before, 'before')}{link(after, 'after')}</>
}

/** Every indicator by its short name, in the order of the catalogue. */
export function IndicatorSelect({ id, name, value }: { readonly id: string; readonly name: string; readonly value: string }) {
  const { short } = useSteeringWords()
  return (
    <select id={id} name={name} className="input" defaultValue={value} key={value}>
      {INDICATOR_IDS.map((one) => <option key={one} value={one}>{short(one)}</option>)}
    </select>
  )
}
