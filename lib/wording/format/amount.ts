/** Amounts and counts in words: written beside the law, which words its own steps with them. */
export * from '../../accord/wording/amount-words.ts'
