import './exchanges.css'
import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card.tsx'
import { SubmitButton } from '@/components/ui/submit-button.tsx'
import { wording } from '@/lib/accord/wording/index.ts'
import type { SilenceView } from '@/lib/cases/queries/silences.ts'
import { formatDay } from '@/lib/wording/format/index.ts'

interface SilenceCardProps {
  readonly silences: readonly SilenceView[]
  readonly reference: string
  /** Takes one back; absent where the reader may not. */
  readonly takeBack?: (form: FormData) => Promise<void>
}

/** The deadlines said done elsewhere: still not recorded in the file, and no longer among things to do. */
export function SilenceCard({ silences, reference, takeBack }: SilenceCardProps) {
  const t = useTranslations('exchanges.silence')
  const locale = useLocale()
  if (silences.length === 0) return null
  return (
    <Card id="ailleurs" title={t('cardTitle')} aside={<span className="est">{t('stands')}</span>}>
      <ul className="elsewhere">
        {silences.map((silence) => {
          const { act } = wording(locale).deadline(silence.code)
          return (
            <li key={silence.id}>
              <div>
                <p><b>{t('deadline', { act, day: formatDay(silence.dueOn, locale) })}</b></p>
                <p className="sm muted" dir="auto">{t('said', { who: silence.by, day: formatDay(silence.doneOn, locale), reason: silence.reason })}</p>
              </div>
              {takeBack !== undefined && (
                <form action={takeBack}>
                  <input type="hidden" name="id" value={silence.id} />
                  <input type="hidden" name="reference" value={reference} />
                  <SubmitButton look="plain">{t('takeBack')}<span className="vh">{t('takeBackFor', { act })}</span></SubmitButton>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
