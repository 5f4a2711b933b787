import { ownOrigin } from '@/app/simulateur/own-origin.ts'

/** The address of the installation, for what is read elsewhere: always the same, so that what a calendar reads does not change with who asks. */
export function publicOrigin(sent: Pick<Headers, 'get'>): string {
  const configured = (process.env.NEXTAUTH_URL ?? '').replace(/\/+$/u, '')
  return configured === '' ? ownOrigin(sent) : configured
}
