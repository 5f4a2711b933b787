import { useTranslations } from 'next-intl'
import Link from './link.tsx'

interface WhyLinkProps {
  /** What is asked about, for a screen reader: « le terme ». */
  readonly about: string
  readonly href: string
  readonly scroll?: boolean
}

/** « Pourquoi ? » beside a date, an amount or a refusal: leads to its explanation. */
export function WhyLink({ about, href, scroll = false }: WhyLinkProps) {
  const t = useTranslations('common')
  return (
    <Link className="why" href={href} scroll={scroll}>
      {t('why')}
      <span className="vh"> {about}</span>
    </Link>
  )
}
