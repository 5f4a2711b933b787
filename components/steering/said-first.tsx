import { Notice } from '@/components/ui/notices.tsx'
import type { Ground } from '@/lib/steering/dashboard/overview.ts'
import type { UnheardPart } from './address.ts'
import { useSteeringWords } from './steering-words.ts'

/** What of the address is not what is shown, said before the figures; the rest of the page answers. */
export function SaidFirst({ ground, unheard }: { readonly ground: Ground; readonly unheard: readonly UnheardPart[] }) {
  const { t, span, plainDay } = useSteeringWords()
  const { placeRefused, counsellorRefused, periodProblem, choice, compared, today } = ground
  const lines = [
    ...unheard.map(({ name, value }) => (name === 'indicator' || name === 'place' || name === 'counsellor' || name === 'other' ? t(`unheard.${name}`, { value }) : t('unheard.part', { name, value }))),
    ...(placeRefused === null ? [] : [placeRefused.standing === 'elsewhere' ? t('place.refused.elsewhere', { name: placeRefused.name ?? placeRefused.place.code }) : t('place.refused.nowhere', { code: placeRefused.place.code })]),
    ...(counsellorRefused ? [t('counsellor.refused')] : []),
    ...(periodProblem === null ? [] : [t(`period.problem.${periodProblem}`)]),
  ]
  return (
    <>
      {lines.length > 0 && <Notice><b>{t('unheard.title')}</b><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></Notice>}
      {choice.running && <p className="steer-running">{t('period.runningNotice', { day: plainDay(today), span: span(compared) })}</p>}
    </>
  )
}
