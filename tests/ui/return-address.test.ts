import { describe, expect, it } from 'vitest'
import { parseReturnAddress, signInAddress } from '@/lib/access/return-address.ts'

describe('where one comes back after signing in', () => {
  it.each(['/', '/dossiers', '/dossiers?q=roum%20prime&page=2', '/dossiers/RB-2026-00012'])('keeps %s', (address) => {
    expect(parseReturnAddress(address)).toBe(address)
  })

  it.each([
    '//evil.example', '/\\evil.example', '/a\\..\\b', 'https://evil.example', 'dossiers', '', '/connexion', '/connexion?suite=/x',
    '/a\nb', '/\tx', `/${'x'.repeat(3000)}`, undefined, null, ['/dossiers'],
  ])('refuses %j', (address) => {
    expect(parseReturnAddress(address)).toBeNull()
  })

  it('tells the sign-in page, but for the home itself', () => {
    expect(signInAddress('/dossiers?q=a&page=2')).toBe('/connexion?suite=%2Fdossiers%3Fq%3Da%26page%3D2')
    expect(signInAddress('/')).toBe('/connexion')
    expect(signInAddress(null)).toBe('/connexion')
    expect(signInAddress('//evil.example')).toBe('/connexion')
  })
})
