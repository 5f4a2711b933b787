/** A title as the name of a sheet of a workbook: at most 31 characters, none of those that a name may not have. */
export function sheetName(title: string): string {
  return title.replace(/[[\]:*?/\\']/gu, ' ').slice(0, 31)
}
