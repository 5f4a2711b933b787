export * from './amount.ts'
export * from './day.ts'
export * from './spaces.ts'
