'use client'

import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { startTransition, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { addDays, isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { formatDayLong } from '@/lib/wording/format/index.ts'
import { formatTime, formatTimes } from '@/lib/wording/format/time.ts'
import { minutesOfTime, timeOfMinutes } from '@/lib/wording/time-of-day.ts'
import { classNames } from '../ui/class-names.ts'
import { useGo } from '../ui/waiting.ts'
import { agendaHref, type AgendaAddress } from './address.ts'
import type { MoveAnswer, MoveRequest } from './form-state.ts'
import { lanesOf, movedBy, onStep, shareOf, STEP, stretchedBy, type Hours, type Shape } from './grid-layout.ts'

/** An appointment ready to be drawn. */
export interface GridItem {
  readonly id: string
  readonly version: number
  readonly dayIndex: number
  readonly time: string
  readonly endTime: string
  readonly minutes: number
  readonly title: string
  readonly kind: string
  /** « tient l’échéance R-301 … »; `null` where it is for none. */
  readonly standing: string | null
  readonly look: 'planned' | 'meets' | 'late' | 'held' | 'closed' | 'unavailable' | 'hidden'
  readonly state: string
  readonly href: string | null
  readonly movable: boolean
}

export interface GridColumn {
  readonly day: Day
  readonly today: boolean
  readonly quiet: boolean
  /** The head of the column: its day, its deadlines. */
  readonly head: ReactNode
}

interface WeekGridProps {
  readonly label: string
  readonly columns: readonly GridColumn[]
  readonly items: readonly GridItem[]
  readonly hours: Hours
  readonly nowMinutes: number
  readonly behind: AgendaAddress
  /** Whether a slot may be taken by a press: in one's own agenda. */
  readonly mayPlan: boolean
  readonly move: (request: MoveRequest) => Promise<MoveAnswer>
}

interface Ghost extends Shape {
  readonly id: string
  readonly by: 'keyboard' | 'pointer'
}

/** A press that moves less than this is a press. */
const THRESHOLD = 5
const HOUR_HEIGHT = 56

/**
 * The grid of hours. An appointment is dragged, or stretched by its foot; from the keyboard, the arrows draw where it would
 * go, Enter takes it there and Escape leaves it. The list under the grid says the same in words.
 */
export function WeekGrid({ label, columns, items, hours, nowMinutes, behind, mayPlan, move }: WeekGridProps) {
  const t = useTranslations('agenda.grid')
  const locale = useLocale()
  const go = useGo()
  const body = useRef<HTMLDivElement>(null)
  const [ghost, setGhost] = useState<Ghost | null>(null)
  const [saving, setSaving] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const dragged = useRef(false)
  const stopDrag = useRef<(() => void) | null>(null)
  const refocus = useRef<string | null>(null)
  const pressed = useRef<Day | null>(null)

  // A day changed by the keyboard: the appointment keeps the focus where it now stands.
  useEffect(() => {
    const id = refocus.current
    refocus.current = null
    if (id !== null) body.current?.querySelector<HTMLElement>(`[data-item="${id}"] a`)?.focus()
  }, [items])
  useEffect(() => () => stopDrag.current?.(), [])

  const shapeOf = (item: GridItem): Shape => ({ dayIndex: item.dayIndex, start: minutesOfTime(item.time), minutes: item.minutes })
  const dayOf = (shape: Shape): Day => columns[shape.dayIndex]?.day ?? addDays(columns[0]!.day, shape.dayIndex)
  const words = (shape: Shape) => ({
    day: formatDayLong(dayOf(shape), locale), times: formatTimes(timeOfMinutes(shape.start), endOf(shape), locale),
  })

  function commit(item: GridItem, shape: Shape): void {
    const { dayIndex, start, minutes } = shapeOf(item)
    if (dayIndex === shape.dayIndex && start === shape.start && minutes === shape.minutes) {
      setGhost(null)
      return
    }
    setSaving(item.id)
    setProblem('')
    startTransition(async () => {
      const request = { id: item.id, version: item.version, day: isoOf(dayOf(shape)), time: timeOfMinutes(shape.start), minutes: shape.minutes }
      const answer = await move(request).catch((): MoveAnswer => ({ kind: 'refused', message: t('failed') }))
      startTransition(() => {
        setSaving(null)
        setGhost(null)
        if (answer.kind === 'moved') setSaid(t('moved', words(shape)))
        if (answer.kind === 'refused') setProblem(answer.message)
        if (answer.kind === 'ask') go(answer.href, { scroll: false })
      })
    })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, item: GridItem): void {
    if (event.altKey || event.ctrlKey || event.metaKey || saving !== null) return
    const pending = ghost?.id === item.id ? ghost : null
    if (event.key === 'Escape' && pending !== null) {
      setGhost(null)
      setSaid(t('kept'))
    } else if (event.key === 'Enter' && pending !== null) {
      refocus.current = item.id
      commit(item, pending)
    } else {
      const shape = pending ?? shapeOf(item)
      const next = keyed(event.key, event.shiftKey, shape, columns.length)
      if (next === null) return
      if (item.movable) {
        setGhost({ ...next, id: item.id, by: 'keyboard' })
        setSaid(t('moving', words(next)))
      } else setSaid(t('fixed'))
    }
    event.preventDefault()
    event.stopPropagation()
  }

  /** Follows the pointer wherever it goes, until it is let go; Escape leaves all as it was. */
  function onPointerDown(event: PointerEvent<HTMLElement>, item: GridItem, stretch: boolean): void {
    dragged.current = false
    // A finger scrolls the page: it moves an appointment by its form.
    if (!item.movable || saving !== null || event.button !== 0 || event.pointerType === 'touch') return
    event.stopPropagation()
    const [x, y] = [event.clientX, event.clientY]
    const shape = shapeOf(item)
    let last: Shape | null = null
    const follow = (at: globalThis.PointerEvent): void => {
      if (body.current === null || (last === null && Math.hypot(at.clientX - x, at.clientY - y) < THRESHOLD)) return
      dragged.current = true
      const minutes = onStep(((at.clientY - y) / body.current.getBoundingClientRect().height) * (hours.to - hours.from) * 60)
      last = stretch ? stretchedBy(shape, minutes) : movedBy(shape, columnAt(at.clientX, shape.dayIndex) - shape.dayIndex, minutes, columns.length)
      setGhost({ ...last, id: item.id, by: 'pointer' })
    }
    const end = (): void => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', letGo)
      window.removeEventListener('pointercancel', leave)
      window.removeEventListener('keydown', escape)
      stopDrag.current = null
    }
    const letGo = (): void => {
      end()
      if (last !== null) commit(item, last)
    }
    const leave = (): void => {
      end()
      setGhost(null)
    }
    const escape = (pressed: globalThis.KeyboardEvent): void => {
      if (pressed.key === 'Escape') leave()
    }
    stopDrag.current = end
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', letGo)
    window.addEventListener('pointercancel', leave)
    window.addEventListener('keydown', escape)
  }

  function columnAt(x: number, otherwise: number): number {
    const over = [...(body.current?.querySelectorAll('[data-column]') ?? [])].findIndex((column) => {
      const { left, right } = column.getBoundingClientRect()
      return x >= left && x < right
    })
    return over === -1 ? otherwise : over
  }

  function takeSlot(event: PointerEvent<HTMLElement>, column: GridColumn): void {
    // What was pressed elsewhere and is let go here asks for no slot.
    const here = pressed.current === column.day
    pressed.current = null
    if (!here || !mayPlan || event.button !== 0 || event.target !== event.currentTarget) return
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const minutes = hours.from * 60 + Math.floor((((event.clientY - top) / height) * (hours.to - hours.from) * 60) / 30) * 30
    go(agendaHref({ ...behind, plan: true, day: column.day, time: timeOfMinutes(minutes) }), { scroll: false })
  }

  const height = (hours.to - hours.from) * HOUR_HEIGHT
  const drawn = items.map((item): { item: GridItem; shape: Shape; moving: boolean } => (ghost?.id === item.id ? { item, shape: ghost, moving: true } : { item, shape: shapeOf(item), moving: false }))
  const placed = new Map(columns.flatMap((_, dayIndex) => [...lanesOf(drawn.filter(({ shape }) => shape.dayIndex === dayIndex).map(({ item, shape }) => ({ id: item.id, time: timeOfMinutes(shape.start), endTime: endOf(shape) })))]))
  const template = `48px ${columns.map(({ quiet }) => (quiet && columns.length > 1 ? 'minmax(0, .5fr)' : 'minmax(0, 1fr)')).join(' ')}`
  return (
    <section className="agenda-grid no-print" aria-label={label}>
      <div className="agenda-head" style={{ gridTemplateColumns: template }}>
        <span />
        {columns.map((column) => <div key={column.day} className={classNames('agenda-day', column.today && 'today', column.quiet && 'quiet')}>{column.head}</div>)}
      </div>
      <div className="agenda-body" ref={body} style={{ gridTemplateColumns: template, height }}>
        <div className="agenda-hours" aria-hidden="true">
          {Array.from({ length: hours.to - hours.from }, (_, index) => (
            <span key={index} style={{ top: `${(index / (hours.to - hours.from)) * 100}%` }}>{formatTime(timeOfMinutes((hours.from + index) * 60), locale)}</span>
          ))}
        </div>
        {columns.map((column, dayIndex) => (
          <div
            key={column.day}
            data-column=""
            className={classNames('agenda-column', column.today && 'today', column.quiet && 'quiet', mayPlan && 'open')}
            style={{ gridColumn: dayIndex + 2, backgroundSize: `100% ${HOUR_HEIGHT}px` }}
            // The keyboard's way is the button above the grid.
            onPointerDown={(event) => {
              pressed.current = event.target === event.currentTarget ? column.day : null
            }}
            onPointerUp={(event) => takeSlot(event, column)}
          >
            {column.today && nowMinutes >= hours.from * 60 && nowMinutes < hours.to * 60 && (
              <span className="agenda-now" style={{ top: `${shareOf(nowMinutes, hours)}%` }} role="img" aria-label={t('now', { time: formatTime(timeOfMinutes(nowMinutes), locale) })} />
            )}
          </div>
        ))}
        {drawn.map(({ item, shape, moving }) => {
          const { lane, lanes } = placed.get(item.id) ?? { lane: 0, lanes: 1 }
          const top = shareOf(shape.start, hours)
          const [from, to] = [timeOfMinutes(shape.start), endOf(shape)]
          const place = { gridColumn: `${shape.dayIndex + 2} / ${shape.dayIndex + 3}`, top: `${top}%`, height: `${shareOf(shape.start + shape.minutes, hours) - top}%`, left: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` }
          return (
            <div key={item.id} data-item={item.id} className={classNames('agenda-item', item.look, moving && 'moving', saving === item.id && 'saving', shape.minutes < 40 && 'short')} style={place}>
              <ItemLink
                item={item}
                onKeyDown={(event) => onKeyDown(event, item)}
                onBlur={() => {
                  if (ghost?.id === item.id && ghost.by === 'keyboard' && saving === null) setGhost(null)
                }}
                onPointerDown={(event) => onPointerDown(event, item, false)}
                onClick={(event) => {
                  if (dragged.current) event.preventDefault()
                  dragged.current = false
                }}
              >
                <span className="vh">{formatDayLong(dayOf(shape), locale)} </span>
                <span className="agenda-time">
                  {item.look === 'meets' && <CircleCheck className="i" aria-hidden="true" />}
                  {item.look === 'late' && <TriangleAlert className="i" aria-hidden="true" />}
                  {formatTime(from, locale)}{shape.minutes >= 40 && <> – {formatTime(to, locale)}</>}
                </span>
                <b dir="auto">{item.title}</b>
                <span className={shape.minutes < 55 ? 'vh' : 'agenda-kind'}>{item.kind}</span>
                <span className="vh">{item.state}</span>
                {item.standing !== null && <span className={shape.minutes < 75 ? 'vh' : 'agenda-standing'}>{item.standing}</span>}
              </ItemLink>
              {item.movable && <span className="agenda-foot" title={t('stretch')} onPointerDown={(event) => onPointerDown(event, item, true)} />}
            </div>
          )
        })}
      </div>
      <p className="vh" aria-live="assertive">{said}</p>
      {problem !== '' && <p className="agenda-problem" role="alert">{problem}</p>}
      <p className="agenda-keys faint">{t('keys')}</p>
    </section>
  )
}

function endOf({ start, minutes }: Shape): string {
  return start + minutes >= 24 * 60 ? '24:00' : timeOfMinutes(start + minutes)
}

/** Where a key would take a shape; `null` for a key that moves nothing. */
export function keyed(key: string, shift: boolean, shape: Shape, dayCount: number): Shape | null {
  switch (key) {
    case 'ArrowUp':
      return shift ? stretchedBy(shape, -STEP) : movedBy(shape, 0, -STEP, dayCount)
    case 'ArrowDown':
      return shift ? stretchedBy(shape, STEP) : movedBy(shape, 0, STEP, dayCount)
    case 'ArrowLeft':
      return movedBy(shape, -1, 0, dayCount)
    case 'ArrowRight':
      return movedBy(shape, 1, 0, dayCount)
    default:
      return null
  }
}

interface ItemLinkProps {
  readonly item: GridItem
  readonly children: ReactNode
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur: () => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onClick: (event: React.MouseEvent<HTMLElement>) => void
}

/** What opens an appointment; one that is not the reader's to open is only shown. */
function ItemLink({ item, children, ...handlers }: ItemLinkProps) {
  if (item.href === null) return <div className="agenda-link">{children}</div>
  return <Link className="agenda-link" href={item.href} scroll={false} draggable={false} {...handlers}>{children}</Link>
}
