/** The accounts of the demonstration. They exist there only, which is why their password is written here. */
export const demoPassword = 'rebond-demo'

export const demoAccountNames = ['conseillere', 'referent', 'responsable', 'comite', 'direction', 'admin', 'admin2'] as const
export type DemoAccountName = (typeof demoAccountNames)[number]

/** The addresses of everyone in the demonstration end so; `.test` is nobody's real domain (RFC 6761). */
const DEMO_DOMAIN = /[@.]demo\.rebond\.test$/

/**
 * Whether an address is of the demonstration while the application is not started as one: its password is public, so the
 * account is closed there, whatever database it stands in.
 */
export function isClosedDemoEmail(email: string): boolean {
  return process.env.REBOND_DEMO !== '1' && DEMO_DOMAIN.test(email)
}

export function demoEmail(name: DemoAccountName): string {
  return `${name}@demo.rebond.test`
}
