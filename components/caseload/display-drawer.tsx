'use client'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { CaseloadColumn, Density } from '@/lib/cases/caseload-columns.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-fields.tsx'
import { Drawer } from '../ui/drawer.tsx'
import { Icon } from '../ui/icon.tsx'
import { SelectField } from '../ui/text-fields.tsx'
import { caseloadAddress } from './address.ts'
import type { CaseloadDeskProps } from './caseload-desk.tsx'
import { orderText, type Order } from './order.ts'

const USUAL: readonly CaseloadColumn[] = ['name', 'stage', 'basin', 'deadline', 'start', 'term', 'counsellor', 'referent']
const RANKS = [0, 1, 2] as const

type Props = Pick<CaseloadDeskProps, 'search' | 'shown' | 'every' | 'sortable' | 'density' | 'orders' | 'current' | 'actions'> & { readonly onClose: () => void }

/** Moves one column before the one above it, or after the one below; at an end it stays. */
export function movedColumn(columns: readonly CaseloadColumn[], column: CaseloadColumn, step: -1 | 1): readonly CaseloadColumn[] {
  const at = columns.indexOf(column)
  const to = at + step
  if (at === -1 || to < 0 || to >= columns.length) return columns
  return columns.with(at, columns[to]!).with(to, column)
}

/** The columns and their order, the density, and up to three orders one under the other: all of it by keyboard. */
export function DisplayDrawer({ search, shown, every, sortable, density, orders, current, actions, onClose }: Props) {
  const t = useTranslations('caseload')
  const router = useRouter()
  const [pending, start] = useTransition()
  const [chosen, setChosen] = useState<readonly CaseloadColumn[]>(shown.filter((column) => column !== 'name'))
  const [close, setDensity] = useState<string>(density)
  const [asked, setAsked] = useState<readonly string[]>(orders.map(({ column, descending }) => (descending ? `-${column}` : column)))
  const [told, tell] = useState('')
  const refocus = useRef<string | null>(null)
  useEffect(() => {
    // A line that changes place takes the focus with it.
    if (refocus.current !== null) document.getElementById(refocus.current)?.focus()
    refocus.current = null
  }, [chosen])
  const hidden = every.filter((column) => column !== 'name' && !chosen.includes(column))
  const name = (column: string) => t(`column.${column as CaseloadColumn}`)

  function toggle(column: CaseloadColumn) {
    refocus.current = `column-${column}`
    setChosen(chosen.includes(column) ? chosen.filter((other) => other !== column) : [...chosen, column])
  }
  function move(column: CaseloadColumn, step: -1 | 1) {
    const next = movedColumn(chosen, column, step)
    refocus.current = `column-${column}-${step === -1 ? 'up' : 'down'}`
    setChosen(next)
    tell(t('display.moved', { column: name(column), place: next.indexOf(column) + 2, count: next.length + 1 }))
  }
  function apply() {
    const columns = ['name', ...chosen]
    const sort = orderText(asked.map((token): Order => ({ column: token.replace(/^-/u, ''), descending: token.startsWith('-') })))
    start(async () => {
      // A view has columns of its own; without one, they become the reader's.
      if (current === null) await actions.keepDisplay(columns, close)
      router.push(caseloadAddress(search, current === null ? { cols: null, density: null, dir: null, sort } : { cols: columns, density: close, dir: null, sort }), { scroll: false })
      onClose()
    })
  }

  return (
    <Drawer title={t('display.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          apply()
        }}
      >
        <fieldset className="display-columns" aria-describedby="display-columns-hint">
          <legend>{t('display.columns')}</legend>
          <p className="hint" id="display-columns-hint">{t('display.columnsHint')}</p>
          <ul>
            {chosen.map((column, place) => (
              <li key={column}>
                <label className="choice"><input type="checkbox" className="box" id={`column-${column}`} checked onChange={() => toggle(column)} /><span>{name(column)}</span></label>
                <Button look="ghost" iconOnly id={`column-${column}-up`} aria-label={t('display.up', { column: name(column) })} aria-disabled={place === 0} onClick={() => move(column, -1)}><Icon of={ArrowUp} /></Button>
                <Button look="ghost" iconOnly id={`column-${column}-down`} aria-label={t('display.down', { column: name(column) })} aria-disabled={place === chosen.length - 1} onClick={() => move(column, 1)}><Icon of={ArrowDown} /></Button>
              </li>
            ))}
          </ul>
          {hidden.length > 0 && (
            <>
              <p className="display-hidden">{t('display.hidden')}</p>
              <ul>
                {hidden.map((column) => (
                  <li key={column}>
                    <label className="choice"><input type="checkbox" className="box" id={`column-${column}`} checked={false} onChange={() => toggle(column)} /><span>{name(column)}</span></label>
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="vh" role="status">{told}</p>
        </fieldset>
        <ChoiceGroup
          name="density" label={t('display.density')} value={close} onChange={setDensity}
          options={(['comfortable', 'compact'] satisfies Density[]).map((value) => ({ value, label: t(`display.${value}`) }))}
        />
        <fieldset className="display-order">
          <legend>{t('display.order')}</legend>
          {RANKS.filter((rank) => rank <= asked.length).map((rank) => (
            <SelectField
              key={rank} name={`order-${rank}`} label={t(rank === 0 ? 'display.orderFirst' : 'display.orderThen')} value={asked[rank] ?? ''}
              onChange={({ target: { value } }) => setAsked(value === '' ? asked.slice(0, rank) : [...asked.slice(0, rank), value, ...asked.slice(rank + 1)])}
              choices={[
                ...(rank === 0 ? [] : [{ value: '', label: t('display.orderNone') }]),
                ...sortable
                  .filter((column) => !asked.some((token, place) => place !== rank && token.replace(/^-/u, '') === column))
                  .flatMap((column) => [
                    { value: column, label: `${name(column)}, ${t('table.ascending')}` },
                    { value: `-${column}`, label: `${name(column)}, ${t('table.descending')}` },
                  ]),
              ]}
            />
          ))}
        </fieldset>
        <p className="hint">{t(current === null ? 'display.keptForYou' : 'display.keptForView')}</p>
        <div className="drawer-foot">
          <Button look="primary" type="submit" aria-disabled={pending}>{t('display.apply')}</Button>
          <Button look="ghost" onClick={() => setChosen(USUAL.filter((column) => column !== 'name'))}>{t('display.usual')}</Button>
        </div>
      </form>
    </Drawer>
  )
}
