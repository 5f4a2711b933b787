/** `system` follows the machine's own setting. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Kept in a cookie so that the server writes the theme into the first byte: no flash, no inline script. */
export const themeCookie = 'rebond_theme'

/** Reads a theme written outside (cookie, account, form); anything else is `system`. */
export function parseTheme(value: unknown): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
