/** The accounts of the demonstration. They exist there only, which is why their password is written here. */
export const demoPassword = 'rebond-demo'

export const demoAccountNames = ['conseillere', 'referent', 'responsable', 'comite', 'direction', 'admin', 'admin2'] as const
export type DemoAccountName = (typeof demoAccountNames)[number]

export function demoEmail(name: DemoAccountName): string {
  return `${name}@demo.rebond.test`
}
