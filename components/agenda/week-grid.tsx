'use client'

import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { startTransition, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { addDays, isoOf, type Day } from '@/lib/accord/calendar/day.ts'
import { formatDayLong } from '@/lib/wording/format/index.ts'
import { formatTime, formatTimes } from '@/lib/wording/format/time.ts'
import { minutesOfTime, timeOfMinutes } from '@/lib/wording/time-of-day.ts'
import { classNames } from '../ui/class-names.ts'
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
const HOUR_HEIGHT = 52

/**
 * The grid of hours. An appointment is dragged, or stretched by its foot; from the keyboard, the arrows draw where it would
 * go, Enter takes it there and Escape leaves it. The list under the grid says the same in words.
 */
export function WeekGrid({ label, columns, items, hours, nowMinutes, behind, mayPlan, move }: WeekGridProps) {
  const t = useTranslations('agenda.grid')
  const locale = useLocale()
  const router = useRouter()
  const body = useRef<HTMLDivElement>(null)
  const [ghost, setGhost] = useState<Ghost | null>(null)
  const [saving, setSaving] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState('')
  const dragged = useRef(false)
  const drag = useRef<{ readonly item: GridItem; readonly stretch: boolean; readonly x: number; readonly y: number } | null>(null)

  const shapeOf = (item: GridItem): Shape => ({ dayIndex: item.dayIndex, start: minutesOfTime(item.time), minutes: item.minutes })
  const dayOf = (shape: Shape): Day => columns[shape.dayIndex]?.day ?? addDays(columns[0]!.day, shape.dayIndex)
  const words = (shape: Shape) => ({
    day: formatDayLong(dayOf(shape), locale), times: formatTimes(timeOfMinutes(shape.start), shape.start + shape.minutes >= 1440 ? '24:00' : timeOfMinutes(shape.start + shape.minutes), locale),
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
        if (answer.kind === 'ask') router.push(answer.href, { scroll: false })
      })
    })
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, item: GridItem): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const pending = ghost?.id === item.id ? ghost : null
    if (event.key === 'Escape' && pending !== null) {
      setGhost(null)
      setSaid(t('kept'))
    } else if (event.key === 'Enter' && pending !== null) {
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

  function onPointerDown(event: PointerEvent<HTMLElement>, item: GridItem, stretch: boolean): void {
    dragged.current = false
    // A finger scrolls the page: it moves an appointment by its form.
    if (!item.movable || event.button !== 0 || event.pointerType === 'touch') return
    event.stopPropagation()
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { item, stretch, x: event.clientX, y: event.clientY }
  }

  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    const started = drag.current
    if (started === null || body.current === null) return
    const [dx, dy] = [event.clientX - started.x, event.clientY - started.y]
    if (!dragged.current && Math.hypot(dx, dy) < THRESHOLD) return
    dragged.current = true
    const minutes = onStep((dy / body.current.getBoundingClientRect().height) * (hours.to - hours.from) * 60)
    const shape = shapeOf(started.item)
    const over = [...body.current.querySelectorAll('[data-column]')].findIndex((column) => {
      const { left, right } = column.getBoundingClientRect()
      return event.clientX >= left && event.clientX < right
    })
    const next = started.stretch ? stretchedBy(shape, minutes) : movedBy(shape, (over === -1 ? shape.dayIndex : over) - shape.dayIndex, minutes, columns.length)
    setGhost({ ...next, id: started.item.id, by: 'pointer' })
  }

  function onPointerUp(): void {
    const started = drag.current
    drag.current = null
    if (started === null || !dragged.current) return
    if (ghost !== null && ghost.id === started.item.id) commit(started.item, ghost)
  }

  function takeSlot(event: React.MouseEvent<HTMLElement>, column: GridColumn): void {
    if (!mayPlan || event.target !== event.currentTarget) return
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const minutes = hours.from * 60 + Math.floor((((event.clientY - top) / height) * (hours.to - hours.from) * 60) / 30) * 30
    router.push(agendaHref({ ...behind, plan: true, day: column.day, time: timeOfMinutes(minutes) }), { scroll: false })
  }

  const height = (hours.to - hours.from) * HOUR_HEIGHT
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
        {columns.map((column, dayIndex) => {
          const drawn = items.map((item) => (ghost?.id === item.id ? { item, shape: ghost as Shape, moving: true } : { item, shape: shapeOf(item), moving: false })).filter(({ shape }) => shape.dayIndex === dayIndex)
          const lanes = lanesOf(drawn.map(({ item, shape }) => ({ id: item.id, time: timeOfMinutes(shape.start), endTime: shape.start + shape.minutes >= 1440 ? '24:00' : timeOfMinutes(shape.start + shape.minutes) })))
          const now = column.today && nowMinutes >= hours.from * 60 && nowMinutes < hours.to * 60 ? shareOf(nowMinutes, hours) : null
          return (
            <div
              key={column.day}
              data-column=""
              className={classNames('agenda-column', column.today && 'today', column.quiet && 'quiet', mayPlan && 'open')}
              style={{ backgroundSize: `100% ${HOUR_HEIGHT}px` }}
              // The keyboard's way is the button above the grid.
              onClick={(event) => takeSlot(event, column)}
            >
              {now !== null && <span className="agenda-now" style={{ top: `${now}%` }} role="img" aria-label={t('now', { time: formatTime(timeOfMinutes(nowMinutes), locale) })} />}
              {drawn.map(({ item, shape, moving }) => {
                const { lane, lanes: of } = lanes.get(item.id) ?? { lane: 0, lanes: 1 }
                const top = shareOf(shape.start, hours)
                const end = shape.start + shape.minutes
                const times = formatTimes(timeOfMinutes(shape.start), end >= 1440 ? '24:00' : timeOfMinutes(end), locale)
                const place = { top: `${top}%`, height: `${shareOf(end, hours) - top}%`, left: `${(lane / of) * 100}%`, width: `${100 / of}%` }
                return (
                  <div key={item.id} className={classNames('agenda-item', item.look, moving && 'moving', saving === item.id && 'saving', shape.minutes < 40 && 'short')} style={place}>
                    <ItemLink
                      item={item}
                      name={[formatDayLong(dayOf(shape), locale), times, item.title, item.kind, item.state, item.standing].filter(Boolean).join(', ')}
                      onKeyDown={(event) => onKeyDown(event, item)}
                      onBlur={() => {
                        if (ghost?.id === item.id && ghost.by === 'keyboard' && saving === null) setGhost(null)
                      }}
                      onPointerDown={(event) => onPointerDown(event, item, false)}
                      onPointerMove={onPointerMove}
                      onPointerUp={onPointerUp}
                      onClick={(event) => {
                        if (dragged.current) event.preventDefault()
                        dragged.current = false
                      }}
                    >
                      <span className="agenda-time">{formatTime(timeOfMinutes(shape.start), locale)}{shape.minutes >= 40 && <> – {formatTime(end >= 1440 ? '24:00' : timeOfMinutes(end), locale)}</>}</span>
                      <b dir="auto">{item.title}</b>
                      <span className="agenda-kind">{item.kind}</span>
                      {item.standing !== null && <span className="agenda-standing">{item.standing}</span>}
                    </ItemLink>
                    {item.movable && (
                      <span
                        className="agenda-foot"
                        title={t('stretch')}
                        onPointerDown={(event) => onPointerDown(event, item, true)}
                        onPointerMove={onPointerMove}
                        onPointerUp={onPointerUp}
                        onClick={(event) => event.stopPropagation()}
                      />
                    )}
                  </div>
                )
              })}
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
  readonly name: string
  readonly children: ReactNode
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly onBlur: () => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onClick: (event: React.MouseEvent<HTMLElement>) => void
}

/** What opens an appointment; one that is not the reader's to open is only shown. */
function ItemLink({ item, name, children, ...handlers }: ItemLinkProps) {
  if (item.href === null) return <div className="agenda-link" role="img" aria-label={name}>{children}</div>
  return <Link className="agenda-link" href={item.href} scroll={false} prefetch={false} draggable={false} aria-label={name} {...handlers}>{children}</Link>
}
