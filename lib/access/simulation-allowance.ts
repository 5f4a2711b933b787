import { callAllowance } from './call-allowance.ts'

/** Calls of the public simulator by one address: three hundred in a minute; each may carry a thousand requests. */
export const simulationAllowance = callAllowance(300, 60)
