'use client'

import { useTranslations } from 'next-intl'
import { usePathname, useRouter } from 'next/navigation'
import { startTransition, useEffect, useId, useRef, useState } from 'react'
import type { Role } from '@/lib/access/actor.ts'
import { onAskedToOpen } from '../palette/open.ts'
import { homeOf } from '../shell/navigation.ts'
import { Button } from '../ui/button.tsx'

const STEPS = ['one', 'two', 'three'] as const

export interface TourProps {
  readonly role: Role
  /** Whether it was taken or put away: it then shows only when asked for. */
  readonly seen: boolean
  readonly keepSeen: () => Promise<void>
}

/**
 * The first visit, in three steps, at the head of one's home: it stands in the page, covers nothing and waits for nobody.
 * Put away once, it never comes back by itself; the account menu shows it again.
 */
export function Tour({ role, seen, keepSeen }: TourProps) {
  const t = useTranslations('help.tour')
  const router = useRouter()
  const home = homeOf(role)
  const atHome = usePathname() === home
  const [step, setStep] = useState(0)
  const [shown, setShown] = useState(!seen)
  const title = useRef<HTMLParagraphElement>(null)
  const moved = useRef(false)
  const titleId = useId()

  useEffect(() => onAskedToOpen('tour', () => {
    moved.current = true
    setStep(0)
    setShown(true)
    router.push(home)
  }), [router, home])
  // The focus follows who goes from step to step or asked for the tour; a page that merely opens keeps it.
  useEffect(() => {
    if (moved.current && shown && atHome) title.current?.focus()
  }, [step, shown, atHome])

  function putAway(): void {
    setShown(false)
    document.querySelector<HTMLElement>('main')?.focus()
    startTransition(() => keepSeen())
  }
  function goTo(next: number): void {
    moved.current = true
    setStep(next)
  }

  const name = STEPS[step]
  if (!shown || !atHome || name === undefined) return null
  const last = step === STEPS.length - 1
  return (
    <section
      className="tour no-print" aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') putAway()
      }}
    >
      <p className="tour-step">{t('label')}, {t('step', { step: step + 1, steps: STEPS.length })}</p>
      <p className="tour-title" id={titleId} ref={title} tabIndex={-1}>{t(`${role}.${name}.title`)}</p>
      <p className="tour-text">{t(`${role}.${name}.text`)} {last && t('again')}</p>
      <div className="tour-acts">
        {step > 0 && <Button look="ghost" onClick={() => goTo(step - 1)}>{t('back')}</Button>}
        {!last && <Button look="ghost" onClick={putAway}>{t('skip')}</Button>}
        {last ? <Button look="primary" onClick={putAway}>{t('finish')}</Button> : <Button onClick={() => goTo(step + 1)}>{t('next')}</Button>}
      </div>
    </section>
  )
}
