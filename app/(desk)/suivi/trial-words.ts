import type { useTranslations } from 'next-intl'
import { wording } from '@/lib/accord/wording/index.ts'
import type { TrialEffect } from '@/lib/cases/handover/trial-effect.ts'
import { formatAmount, formatDay } from '@/lib/wording/format/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

export interface TrialRow {
  readonly label: string
  readonly before: string | null
  readonly after: string
}

/** The effect of a broken trial period in words: the stage, the term and the days left, the allowance, the bonus. */
export function trialRows(effect: TrialEffect, t: ReturnType<typeof useTranslations<'placement.trial'>>, locale: Locale): readonly TrialRow[] {
  const law = wording(locale)
  const { stage, term, daysLeft, allowanceEnd, bonus } = effect
  const rows: TrialRow[] = [{ label: t('stage'), before: stage.before === stage.after ? null : law.stage(stage.before), after: law.stage(stage.after) }]
  if (term !== null) rows.push({ label: t('term'), before: null, after: daysLeft === null ? formatDay(term, locale) : t('termLeft', { day: formatDay(term, locale), count: daysLeft }) })
  if (allowanceEnd.after !== null) {
    const moved = allowanceEnd.before !== null && allowanceEnd.before !== allowanceEnd.after
    rows.push({ label: t('allowance'), before: moved && allowanceEnd.before !== null ? formatDay(allowanceEnd.before, locale) : null, after: formatDay(allowanceEnd.after, locale) })
  }
  if (bonus !== null) rows.push({ label: t('bonus'), before: formatAmount(bonus.total, locale), after: t(bonus.paid ? 'bonusPaid' : 'bonusLost') })
  return rows
}
