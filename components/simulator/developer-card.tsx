import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon.tsx'
import type { Locale } from '@/lib/wording/locale.ts'

interface DeveloperCardProps {
  readonly request: Readonly<Record<string, unknown>>
  readonly answer: unknown
  readonly origin: string
}

/** A text between the quotes of a shell, whatever it holds. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** The command lines that give the same answer as the page. */
export function commandLines(request: Readonly<Record<string, unknown>>, origin: string, locale: Locale): { readonly http: string; readonly command: string } {
  const json = quoted(JSON.stringify(request))
  return {
    http: `curl -s ${quoted(`${origin}/api/v1/simulate`)} -H 'content-type: application/json'${locale === 'en' ? " -H 'accept-language: en'" : ''} -d ${json}`,
    command: `printf %s ${json} | npm run --silent simulate${locale === 'en' ? ' -- --lang en' : ''}`,
  }
}

const ROWS = { request: 14, http: 4, command: 4, answer: 20 } as const

/** The request and the answer of the public contract, for who would call it. */
export function DeveloperCard({ request, answer, origin }: DeveloperCardProps) {
  const t = useTranslations('simulator.developer')
  const { http, command } = commandLines(request, origin, useLocale())
  const shown = [['request', JSON.stringify(request, null, 2)], ['http', http], ['command', command], ['answer', JSON.stringify(answer, null, 2)]] as const
  return (
    <details className="card sim-more no-print">
      <summary><Icon of={Plus} /><h2>{t('title')}</h2></summary>
      <div className="card-b">
        <p className="hint">{t('lead')}</p>
        {shown.map(([name, text]) => (
          <section key={name} aria-labelledby={`dev-${name}`}>
            <h3 id={`dev-${name}`}>{t(name)}</h3>
            <textarea className="input sim-json" readOnly rows={ROWS[name]} value={text} aria-labelledby={`dev-${name}`} />
          </section>
        ))}
      </div>
    </details>
  )
}
