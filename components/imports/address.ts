/** The page that keeps figures published elsewhere. */
export const IMPORTS = '/administration/chiffres-importes'

export const ADD_FIGURE = `${IMPORTS}?ajouter=1`
export const ADD_SHEET = `${IMPORTS}?feuille=1`
export const replaceHref = (figureId: string): string => `${IMPORTS}?remplacer=${figureId}`
