import Link from '@/components/ui/link.tsx'
import type { IndicatorId } from '@/lib/indicators/definitions.ts'
import type { CommitteeView } from '@/lib/steering/territory/committee.ts'
import type { TerritoryFigure } from '@/lib/steering/territory/figures.ts'
import { committeeHref, figureIn, useFigureWords } from './figure-words.ts'

/** One part of the catalogue: this quarter, the one before, what each is made of. */
export function SectionTable({ view, ids, caption }: { readonly view: CommitteeView; readonly ids: readonly IndicatorId[]; readonly caption: string }) {
  const words = useFigureWords()
  const { t } = words
  const here = view.path.at(-1)!
  return (
    <table className="table figures-table figures-section" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{t('column.indicator')}</th>
          <th scope="col" role="columnheader" className="num">{t('column.quarter')}</th>
          <th scope="col" role="columnheader">{t('column.exact')}</th>
          <th scope="col" role="columnheader" className="num">{t('column.previous')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {ids.map((id) => {
          const figure = figureIn(view.here, id)
          const before = view.previous === null ? null : figureIn(view.previous, id)
          return (
            <tr key={id} role="row">
              <th scope="row" role="rowheader"><Link href={`${committeeHref(here, view.quarter.code, id)}#indicateur`}>{words.name(id)}</Link></th>
              <td role="cell" className="num" data-l={t('column.quarter')}><Told figure={figure} strong /></td>
              <td role="cell" data-l={t('column.exact')} className={words.exact(figure) === null ? 'figures-blank' : 'muted'}>{words.exact(figure)}</td>
              <td role="cell" className="num" data-l={t('column.previous')}>{before === null ? <span className="faint">{t('notKept')}</span> : <Told figure={before} />}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** A figure, and under it the edition it is from where it could not be said anew. */
function Told({ figure, strong = false }: { readonly figure: TerritoryFigure; readonly strong?: boolean }) {
  const words = useFigureWords()
  const edition = words.saidOn(figure)
  return (
    <span>
      <span className={figure.value === null ? 'faint' : strong ? 'figures-value' : undefined}>{words.value(figure)}</span>
      {edition !== null && <span className="figures-said">{edition}</span>}
    </span>
  )
}

/** The places that make this one up, each leading to its own figures. */
export function ChildrenTable({ view, caption, column }: { readonly view: CommitteeView; readonly caption: string; readonly column: string }) {
  const words = useFigureWords()
  return (
    <table className="table figures-table" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">{column}</th>
          {view.childFigures.map((id) => <th key={id} scope="col" role="columnheader" className="num">{words.short(id)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {view.children.map((child) => (
          <tr key={child.place.code} role="row">
            <th scope="row" role="rowheader"><Link href={committeeHref(child, view.quarter.code)}>{child.name}</Link></th>
            {view.childFigures.map((id) => {
              const figure = figureIn(child.figures, id)
              return <td key={id} role="cell" className="num" data-l={words.short(id)}><Told figure={figure} /></td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
