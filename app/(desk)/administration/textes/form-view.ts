import { getLocale, getTranslations } from 'next-intl/server'
import { textFormView, type TextFormView } from '@/components/texts/text-form-view.ts'
import type { AddedText } from '@/lib/accord/texts/added.ts'
import type { Texts } from '@/lib/accord/texts/agreement.ts'

/** The form of a text in the reader's language. */
export async function formView(text: AddedText | null, beside: Texts): Promise<TextFormView> {
  const [t, values, figures, locale] = await Promise.all([getTranslations('texts'), getTranslations('rules.parameters'), getTranslations('rules.figures.name'), getLocale()])
  return textFormView(text, beside, { t, values, figures: (name) => figures(name), locale })
}
