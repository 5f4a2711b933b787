'use client'

import { useTranslations } from 'next-intl'
import { useId, useRef, type ReactNode } from 'react'
import type { Messages } from '@/lib/wording/messages.ts'

/** The words explained: those of the glossary on which a newcomer stumbles. */
export type TermName = Exclude<keyof Messages['help']['term'], 'more' | 'what'>

export interface TermProps {
  readonly name: TermName
  /** The word as the sentence has it; the glossary's own otherwise. */
  readonly children?: ReactNode
  /** Asks « Ce que c’est », beside a label that says the word already. */
  readonly asks?: boolean
}

/**
 * A word of the trade, explained where it stands: underlined with dots, it opens its meaning beside it. The browser's own
 * popover: Escape or a press elsewhere closes it, and the focus comes back.
 */
export function Term({ name, children, asks = false }: TermProps) {
  const t = useTranslations('help.term')
  const id = useId()
  const word = useRef<HTMLButtonElement>(null)
  const meaning = useRef<HTMLSpanElement>(null)

  /** Under the word, within the window: the popover stands above the page and knows no place of its own. */
  function place(): void {
    const at = word.current?.getBoundingClientRect()
    const box = meaning.current
    if (at === undefined || box === null) return
    const width = Math.min(320, window.innerWidth - 32)
    box.style.width = `${width}px`
    box.style.left = `${Math.max(16, Math.min(at.left, window.innerWidth - width - 16))}px`
    const below = at.bottom + 6
    const height = box.offsetHeight
    box.style.top = `${below + height > window.innerHeight - 8 && at.top > height + 14 ? at.top - height - 6 : below}px`
  }

  return (
    <>
      <button ref={word} className="glossed" type="button" popoverTarget={id} title={t('more', { word: t(`${name}.word`) })}>
        {asks ? <>{t('what')}<span className="vh"> {t(`${name}.word`)}</span></> : (children ?? t(`${name}.word`))}
      </button>
      <span
        ref={meaning} className="meaning" id={id} popover="auto" role="note"
        onToggle={(event) => {
          if (event.newState === 'open') place()
        }}
      >
        <b>{t(`${name}.word`)}</b>
        <span>{t(`${name}.text`)}</span>
      </span>
    </>
  )
}
