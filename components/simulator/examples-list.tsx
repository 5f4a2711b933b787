import { useTranslations } from 'next-intl'
import Link from '@/components/ui/link.tsx'
import { simulatorHref } from './address.ts'
import { EXAMPLE_NAMES, EXAMPLES } from './examples.ts'

/** Years one click away. */
export function ExamplesList() {
  const t = useTranslations('simulator.example')
  return (
    <ul className="sim-examples">
      {EXAMPLE_NAMES.map((name) => (
        <li key={name}>
          <Link href={simulatorHref(EXAMPLES[name], { anchor: 'reponse' })} scroll={false}>
            <b>{t(`${name}.title`)}</b>
            <small>{t(`${name}.detail`)}</small>
          </Link>
        </li>
      ))}
    </ul>
  )
}
