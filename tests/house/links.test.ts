import { expect, it } from 'vitest'
import { importsOf, sources } from './sources.ts'

// The framework's own link asks the server for each page whose link is seen, and shows nothing while one is awaited.
it('links go through our own, which asks when pressed and says so', () => {
  const users = sources('{app,components}/**/*.{ts,tsx}').flatMap(importsOf).filter(({ to }) => to === 'next/link').map(({ from }) => from)
  expect(users).toEqual(['components/ui/link.tsx'])
})
