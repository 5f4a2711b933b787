export { compareChoices } from './compare.ts'
export * from './choice.ts'
export { choiceWords, type ChoiceWords } from './words.ts'
