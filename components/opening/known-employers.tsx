'use client'

import { Building2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState, type RefObject } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Icon } from '@/components/ui/icon.tsx'
import type { KnownEmployer } from '@/lib/cases/views/employers.ts'

const PAUSE_MS = 250
const SHORTEST = 2

interface KnownEmployersProps {
  readonly form: RefObject<HTMLFormElement | null>
  readonly name: string
  readonly ask: (typed: string) => Promise<readonly KnownEmployer[]>
  /** The form's answers changed by hand: it reads them again. */
  readonly onChosen: () => void
}

/** The employers already known by a name like the one typed: choosing one fills the form, and the next file finds it again. */
export function KnownEmployers({ form, name, ask, onChosen }: KnownEmployersProps) {
  const t = useTranslations('employers')
  const [known, setKnown] = useState<{ readonly of: string; readonly list: readonly KnownEmployer[] }>({ of: '', list: [] })
  const [chosen, setChosen] = useState<KnownEmployer | null>(null)
  useEffect(() => {
    if (name.trim().length < SHORTEST) return
    let asked = true
    const timer = setTimeout(() => {
      void ask(name).catch((): readonly KnownEmployer[] => []).then((list) => {
        if (asked) setKnown({ of: name, list })
      })
    }, PAUSE_MS)
    return () => {
      asked = false
      clearTimeout(timer)
    }
  }, [name, ask])

  const shown = known.of === name && chosen?.name !== name ? known.list : []
  function choose(employer: KnownEmployer): void {
    fill('employer.name', employer.name, true)
    fill('employer.siret', employer.siret ?? '', true)
    if (employer.size !== null) fill('frame.companySize', String(employer.size), false)
    setChosen(employer)
    onChosen()
  }

  /** `over`: also in the place of what was typed. */
  function fill(field: string, value: string, over: boolean): void {
    const input = form.current?.elements.namedItem(field)
    if (input instanceof HTMLInputElement && (over || input.value === '')) input.value = value
  }

  return (
    <div className="opening-known" aria-live="polite">
      {shown.length > 0 && (
        <div className="known-employers">
          <p className="sm">{t('finder.found', { count: shown.length })}</p>
          <ul aria-label={t('finder.title')}>
            {shown.map((employer) => (
              <li key={employer.id}>
                <Button type="button" look="ghost" onClick={() => choose(employer)}>
                  <Icon of={Building2} />
                  <span dir="auto">
                    {t('finder.choose', { name: employer.name, siret: employer.siret === null ? t('one.noSiret') : t('one.siret', { siret: employer.siret }), count: employer.files })}
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {chosen !== null && chosen.name === name && <p className="sm muted">{t('finder.chosen', { name: chosen.name })}</p>}
    </div>
  )
}
