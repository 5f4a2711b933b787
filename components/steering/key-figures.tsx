import Link from '@/components/ui/link.tsx'
import { definitionOf, type IndicatorId } from '@/lib/indicators/definitions.ts'
import type { Ground, Line } from '@/lib/steering/dashboard/overview.ts'
import { steeringHref, type SteeringAddress } from './address.ts'
import { BeforeValue, ExactCount, FigureValue } from './figure-parts.tsx'
import { useSteeringWords, type SteeringRole } from './steering-words.ts'

/** What is asked first of a place: who is there, who comes and goes, what is done in time, what comes of it. None is a cohort: all are of the period. */
export const KEY_INDICATORS = ['inCsp', 'entries', 'exits', 'preBilanInTime', 'planInTime', 'durableAtExit'] as const satisfies readonly IndicatorId[]

interface KeyFiguresProps {
  readonly lines: Readonly<Record<(typeof KEY_INDICATORS)[number], Line>>
  readonly ground: Ground
  readonly asked: SteeringAddress
  readonly role: SteeringRole
}

/** A few figures at a glance, each opening its files, against the days it is compared with and, where sizes do not differ, the wider place. */
export function KeyFigures({ lines, ground, asked, role }: KeyFiguresProps) {
  const words = useSteeringWords()
  const { t, short, change, place } = words
  return (
    <ul className="steer-key" aria-label={t('key.title')}>
      {KEY_INDICATORS.map((id) => {
        const { now, before, wider } = lines[id]
        const counts = definitionOf(id).unit === 'people'
        const moved = change(id, now, before)
        const name = words.name(id)
        const beside = ground.wider === null ? '' : place(ground.wider.place, role)
        return (
          <li key={id}>
            <p className="steer-key-name"><Link href={steeringHref(asked, { indicator: id })}>{short(id)}</Link></p>
            <p className="steer-key-value"><FigureValue figure={now} label={name} /></p>
            <p className="steer-key-exact">{counts ? t(definitionOf(id).kind === 'stock' ? 'key.stock' : 'key.flow') : now.missing === null && <ExactCount figure={now} label={name} />}</p>
            <dl>
              <div>
                <dt>{t('key.before')}</dt>
                <dd><BeforeValue figure={before} label={t('change.before', { name })} />{moved.kind === 'change' && <> <b>{moved.figure ?? moved.word}</b></>}</dd>
              </div>
              {!counts && wider !== null && <div><dt>{beside}</dt><dd><BeforeValue figure={wider} label={`${name}, ${beside}`} /></dd></div>}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
