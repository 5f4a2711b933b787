// The law words its own dates (lib/accord depends on nothing); the screens use the same words.
export * from '../../accord/wording/day-words.ts'
