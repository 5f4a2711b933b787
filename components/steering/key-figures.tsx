import Link from '@/components/ui/link.tsx'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import type { Ground, Line } from '@/lib/steering/dashboard/overview.ts'
import { steeringHref, type SteeringAddress } from './address.ts'
import { FigureValue } from './figure-parts.tsx'
import { useSteeringWords, type SteeringRole } from './steering-words.ts'

/** What is asked first of a place: who is there, who comes and goes, what is done in time, what comes of it. None is a cohort: all are of the period. */
export const KEY_INDICATORS = ['inCsp', 'entries', 'exits', 'preBilanInTime', 'planInTime', 'durableAtExit'] as const satisfies readonly IndicatorId[]

interface KeyFiguresProps {
  readonly lines: Readonly<Record<(typeof KEY_INDICATORS)[number], Line>>
  readonly ground: Ground
  readonly asked: SteeringAddress
  readonly role: SteeringRole
}

/** A few figures at a glance, each against the days it is compared with and, where sizes do not differ, the wider place. */
export function KeyFigures({ lines, ground, asked, role }: KeyFiguresProps) {
  const words = useSteeringWords()
  const { t, short, value, exact, change, place } = words
  return (
    <ul className="steer-key" aria-label={t('key.title')}>
      {KEY_INDICATORS.map((id) => {
        const { now, before, wider } = lines[id]
        const counts = definitionOf(id).unit === 'people'
        const moved = change(id, now, before)
        return (
          <li key={id}>
            <p className="steer-key-name"><Link href={steeringHref(asked, { indicator: id })}>{short(id)}</Link></p>
            <p className="steer-key-value"><FigureValue figure={now} label={words.name(id)} /></p>
            <p className="steer-key-exact">{counts ? t(definitionOf(id).kind === 'stock' ? 'key.stock' : 'key.flow') : now.missing === null && exact(id, now)}</p>
            <dl>
              <div>
                <dt>{t('key.before')}</dt>
                <dd>{value(id, before)}{moved.kind === 'change' && <> <b>{moved.figure ?? moved.word}</b></>}</dd>
              </div>
              {!counts && wider !== null && ground.wider !== null && <div><dt>{place(ground.wider.place, role)}</dt><dd>{value(id, wider)}</dd></div>}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
