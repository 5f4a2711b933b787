/** The languages in which the law is worded: French first, English complete. */
export type Locale = 'fr' | 'en'
