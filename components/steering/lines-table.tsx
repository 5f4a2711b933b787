import Link from '@/components/ui/link.tsx'
import { definitionOf } from '@/lib/indicators/definitions.ts'
import type { Ground, Line } from '@/lib/steering/dashboard/overview.ts'
import type { Figure } from '@/lib/steering/figures.ts'
import { definitionHref, steeringHref, type SteeringAddress } from './address.ts'
import { BeforeValue, ExactCount, FigureValue } from './figure-parts.tsx'
import { useSteeringWords, type SteeringRole, type SteeringWords } from './steering-words.ts'

interface LinesTableProps {
  readonly caption: string
  readonly lines: readonly Line[]
  readonly ground: Ground
  readonly asked: SteeringAddress
  readonly role: SteeringRole
}

/** Indicators side by side: what each is worth, of how many files, against the period before and the wider place. */
export function LinesTable({ caption, lines, ground, asked, role }: LinesTableProps) {
  const words = useSteeringWords()
  const { t } = words
  const wider = ground.wider === null ? null : words.place(ground.wider.place, role)
  return (
    <table className="steer-lines" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('column.indicator')}</th>
          <th scope="col" role="columnheader" className="num">{t('column.value')}</th>
          <th scope="col" role="columnheader">{t('column.exact')}</th>
          <th scope="col" role="columnheader">{t('column.change')} <small>{t('column.changeSince', { span: words.span(ground.compared) })}</small></th>
          {wider !== null && <th scope="col" role="columnheader">{t('column.wider')} <small><Link href={steeringHref(asked, { place: ground.wider!.slice.place.level === 'nation' ? null : ground.wider!.slice.place, counsellor: null })}>{wider}</Link></small></th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => <LineRow key={line.id} line={line} ground={ground} asked={asked} wider={wider} words={words} />)}
      </tbody>
    </table>
  )
}

/** What a line tells: the period chosen, or of a cohort too young for it, the latest that can be seen. */
function told({ now, before, wider, seen }: Line): { readonly now: Figure; readonly before: Figure; readonly wider: Figure | null; readonly older: boolean } {
  const older = now.missing === 'too_young' && seen !== null
  return older ? { ...seen, older } : { now, before, wider, older }
}

function LineRow({ line, ground, asked, wider, words }: { readonly line: Line; readonly ground: Ground; readonly asked: SteeringAddress; readonly wider: string | null; readonly words: SteeringWords }) {
  const { t } = words
  const { id } = line
  const { kind, anchor, unit } = definitionOf(id)
  const { now, before, wider: beside, older } = told(line)
  const name = words.name(id)
  const change = words.change(id, now, before)
  const maturity = words.maturity(id, line.now)
  const month = words.monthRead(id, now, ground.today)
  const past = <BeforeValue key="before" figure={before} label={t('change.before', { name })} />
  return (
    <tr role="row" className={older ? 'older' : undefined}>
      <th scope="row" role="rowheader">
        <Link href={steeringHref(asked, { indicator: id })}>{name}</Link>
        <span className="steer-under">
          <span className="tag" title={t(`kindTitle.${kind}`)}>{t(`kind.${kind}`)}</span>
          <Link href={definitionHref(id)} aria-label={t('definitionOf', { name })}>{t('definition')}</Link>
        </span>
      </th>
      <td role="cell" className="num steer-value"><FigureValue figure={now} label={name} /></td>
      <td role="cell" data-l={t('column.exact')}>
        {now.missing === null && unit !== 'people' && <ExactCount figure={now} label={name} />}
        {older && <span className="steer-mature">{t('mature.older', { anchor, span: words.spanOf(now), maturity: maturity ?? '' })}</span>}
        {month !== null && <span className="steer-mature">{month}</span>}
        {maturity !== null && !older && <span className="steer-mature">{maturity}</span>}
      </td>
      <td role="cell" data-l={t('column.change')}>
        {now.missing === null && (change.kind === 'none' ? <span className="muted">{change.reason}</span> : (
          <>{change.figure !== null && <b className="steer-change">{change.figure}</b>} <span className="muted">{t.rich('change.against', { word: change.word, before: () => past })}</span></>
        ))}
        {now.missing === null && older && before.missing === null && <span className="steer-mature">{words.spanOf(before)}</span>}
      </td>
      {wider !== null && (
        <td role="cell" data-l={wider}>
          {beside === null || beside.missing !== null ? <span className="muted">{beside === null ? '–' : words.value(id, beside)}</span> : (
            <>
              {unit !== 'people' && <><b>{words.value(id, beside)}</b> </>}
              <span className="muted"><ExactCount figure={beside} label={`${name}, ${wider}`} /></span>
            </>
          )}
        </td>
      )}
    </tr>
  )
}
