import { demoEmail } from '../access/demo-accounts.ts'
import { caseloadSearch, type CaseloadFilter } from '../cases/caseload-params.ts'
import type { DriverTransaction } from '../database/driver.ts'

interface DemoView {
  readonly email: string
  readonly name: string
  readonly shared: boolean
  readonly filter: CaseloadFilter
}

/** The views that the demonstration opens with: what a counsellor and a manager of the field ask every week. */
const VIEWS: readonly DemoView[] = [
  { email: demoEmail('conseillere'), name: 'Sans contact depuis 15 jours', shared: false, filter: { noContact: 15, scope: 'in_csp', sort: ['lastContact'], cols: ['name', 'stage', 'deadline', 'lastContact', 'appointment', 'phone', 'referent'] } },
  { email: demoEmail('conseillere'), name: 'À faire sous 3 jours', shared: false, filter: { dueWithin: 3 } },
  { email: demoEmail('responsable'), name: 'Terme proche, sans formation', shared: true, filter: { termWithin: 60, without: ['training'], sort: ['term', 'name'], cols: ['name', 'basin', 'term', 'training', 'plan', 'lastContact', 'counsellor'] } },
  { email: demoEmail('responsable'), name: 'En retard de plus de 8 jours', shared: true, filter: { overdueBy: 8, cols: ['name', 'basin', 'deadline', 'counsellor', 'lastContact'] } },
]

/** Keeps them, each in the order of its owner's. */
export async function keepViews(sql: DriverTransaction): Promise<void> {
  for (const [index, { email, name, shared, filter }] of VIEWS.entries()) {
    const position = VIEWS.slice(0, index).filter((view) => view.email === email).length + 1
    await sql`
      insert into saved_view (operator_id, account_id, name, search, shared, position)
      select operator_id, id, ${name}, ${caseloadSearch(filter)}, ${shared}, ${position} from account where email = ${email}`
  }
}
