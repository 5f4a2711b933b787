/** The languages of the interface; French is the first and the fallback. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'fr'

/** The cookie that keeps the language of someone not signed in. */
export const localeCookie = 'rebond_locale'

/** Reads a language written outside (cookie, account, form); `null` for any other text. */
export function parseLocale(value: unknown): Locale | null {
  return locales.find((locale) => locale === value) ?? null
}
