/** The accounts of the demo, in the order the start-up message lists them. */
export const demoAccounts = [
  { email: 'conseillere@demo.rebond.test', role: 'counsellor' },
  { email: 'referent@demo.rebond.test', role: 'referent' },
  { email: 'responsable@demo.rebond.test', role: 'manager' },
  { email: 'comite@demo.rebond.test', role: 'committee member' },
  { email: 'admin@demo.rebond.test', role: 'platform administrator' },
  { email: 'admin2@demo.rebond.test', role: 'platform administrator, the second of two' },
  { email: 'direction@demo.rebond.test', role: "operator's administrator" },
] as const

export const demoPassword = 'rebond-demo'
