/** No-break space: in dates, before : ; ! ? » and the euro sign, between a number and its unit. */
export const NBSP = '\u00A0'
/** Narrow no-break space: between thousands in French. */
export const NNBSP = '\u202F'
