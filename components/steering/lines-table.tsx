import Link from '@/components/ui/link.tsx'
import { definitionOf } from '@/lib/indicators/definitions.ts'
import type { Ground, Line } from '@/lib/steering/dashboard/overview.ts'
import { definitionHref, steeringHref, type SteeringAddress } from './address.ts'
import { ExactCount, FigureValue } from './figure-parts.tsx'
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
          {wider !== null && <th scope="col" role="columnheader">{t('column.wider')} <small>{wider}</small></th>}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => <LineRow key={line.id} line={line} asked={asked} wider={wider} words={words} />)}
      </tbody>
    </table>
  )
}

function LineRow({ line, asked, wider, words }: { readonly line: Line; readonly asked: SteeringAddress; readonly wider: string | null; readonly words: SteeringWords }) {
  const { t } = words
  const { id, now, before } = line
  const { kind } = definitionOf(id)
  const name = words.name(id)
  const change = words.change(id, now, before)
  const maturity = words.maturity(id, now)
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <Link href={steeringHref(asked, { indicator: id })}>{name}</Link>
        <span className="steer-under">
          <span className="tag" title={t(`kindTitle.${kind}`)}>{t(`kind.${kind}`)}</span>
          <Link href={definitionHref(id)} aria-label={t('definitionOf', { name })}>{t('definition')}</Link>
        </span>
      </th>
      <td role="cell" className="num steer-value"><FigureValue figure={now} label={name} /></td>
      <td role="cell" data-l={t('column.exact')}>
        {now.missing === null && <ExactCount figure={now} label={name} />}
        {maturity !== null && <span className="steer-mature">{maturity}</span>}
        {line.seen !== null && now.missing === 'too_young' && line.seen.now.missing === null && (
          <span className="steer-mature">
            {t.rich('mature.latest', { span: words.spanOf(line.seen.now), value: words.value(id, line.seen.now), exact: () => <ExactCount key="exact" figure={line.seen!.now} label={name} /> })}
          </span>
        )}
      </td>
      <td role="cell" data-l={t('column.change')}>
        {change.figure !== null && <b className="steer-change">{change.figure}</b>} <span className="muted">{now.missing === null ? change.against : ''}</span>
      </td>
      {wider !== null && (
        <td role="cell" data-l={wider}>
          <Wider line={line} name={`${name}, ${wider}`} words={words} />
        </td>
      )}
    </tr>
  )
}

function Wider({ line, name, words }: { readonly line: Line; readonly name: string; readonly words: SteeringWords }) {
  const young = line.now.missing === 'too_young'
  const figure = young ? (line.seen?.wider ?? null) : line.wider
  if (figure === null || figure.missing !== null) return <span className="muted">{figure === null ? '–' : words.value(line.id, figure)}</span>
  return (
    <>
      {definitionOf(line.id).unit !== 'people' && <><b>{words.value(line.id, figure)}</b> </>}
      <span className="muted"><ExactCount figure={figure} label={name} /></span>
    </>
  )
}
