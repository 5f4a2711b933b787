import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'

/** Back to the figures, from a page that stands beside them. */
export function SteeringCrumb() {
  return <p className="crumb"><Link href="/pilotage">{useTranslations('steering')('title')}</Link></p>
}
