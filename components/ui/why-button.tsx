import { useTranslations } from 'next-intl'
import Link from './link.tsx'
import type { ButtonHTMLAttributes } from 'react'

interface WhyProps {
  /** What is asked about, for a screen reader: « le terme ». */
  readonly about: string
}

/** « Pourquoi ? » beside a date, an amount or a refusal: opens its explanation. */
export function WhyButton({ about, ...button }: WhyProps & ButtonHTMLAttributes<HTMLButtonElement>) {
  const t = useTranslations('common')
  return (
    <button {...button} type="button" className="why">
      {t('why')}
      <span className="vh"> {about}</span>
    </button>
  )
}

/** The same, where the explanation has an address. */
export function WhyLink({ about, href, scroll = false }: WhyProps & { readonly href: string; readonly scroll?: boolean }) {
  const t = useTranslations('common')
  return (
    <Link className="why" href={href} scroll={scroll}>
      {t('why')}
      <span className="vh"> {about}</span>
    </Link>
  )
}
