/** Several queries of one screen, asked by one actor one after the other, in one transaction: for a route that composes them. */
export { readTogether } from '../database/transactions.ts'
