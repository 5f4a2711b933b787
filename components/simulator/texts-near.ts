import type { OptionView } from '@/components/file/acts/form-view.ts'
import type { Day } from '@/lib/accord/calendar/day.ts'
import type { Texts } from '@/lib/accord/texts/agreement.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import type { Locale } from '@/lib/wording/locale.ts'

/** The texts by code and name, those whose procedures are nearest to a day first; of two as near, the later. */
export function textsNear(texts: Texts, day: Day, locale: Locale): readonly OptionView[] {
  const away = ({ from, to }: { readonly from: Day; readonly to: Day }): number => (day < from ? from - day : day > to ? day - to : 0)
  return texts.agreements
    .toSorted((a, b) => away(a) - away(b) || b.from - a.from)
    .map(({ code, added }) => ({ value: code, label: added?.title[locale] ?? wording(locale).text({ code, engagedOn: day, overlays: [] }) ?? code }))
}
