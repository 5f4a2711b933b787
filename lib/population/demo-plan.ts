import { addDays, isoOf, type Day } from '../accord/index.ts'
import { basinNoteContent } from '../cases/content/basin-note.ts'
import { nextStepDay, reopened } from '../cases/content/plan-draft.ts'
import { readPlanContent } from '../cases/content/plan.ts'
import type { DriverTransaction } from '../database/driver.ts'

/** Plans taken up again in the demonstration: enough to meet one, whoever's files one opens. */
const PLANS_AT_WORK = 40

const NOTES = [
  {
    daysAgo: 210, imported: true,
    content: { text: null, occupations: [{ label: 'Aide à domicile', rome: 'K1302' }, { label: 'Soudeur', rome: 'H2913' }], sectors: [{ label: 'Santé et action sociale', naf: 'Q' }], trainings: [] },
  },
  {
    daysAgo: 40, imported: false,
    content: {
      text: 'Les entreprises de la maintenance et du bâtiment cherchent dès maintenant ; la saison touristique recrute à partir de février.',
      occupations: [{ label: 'Technicien de maintenance', rome: 'I1304' }, { label: 'Conducteur de ligne', rome: 'H2301' }, { label: 'Électricien de maintenance', rome: 'I1309' }, { label: 'Aide à domicile', rome: 'K1302' }],
      sectors: [{ label: 'Construction', naf: 'F' }, { label: 'Santé et action sociale', naf: 'Q' }],
      trainings: [{ label: 'Technicien de maintenance industrielle', rome: 'I1304', provider: 'Afpa', opensIn: 45 }],
    },
  },
] as const

/** What each basin of the demonstration offers, by its manager's hand, dated from today. */
async function writeNotes(sql: DriverTransaction, today: Day): Promise<void> {
  for (const [index, { daysAgo, imported, content }] of NOTES.entries()) {
    const from = addDays(today, -daysAgo)
    const kept = basinNoteContent.parse({
      ...content,
      trainings: content.trainings.map(({ opensIn, ...training }) => ({ ...training, opensOn: isoOf(addDays(today, opensIn)) })),
    })
    await sql`
      insert into basin_note (operator_id, basin_id, sequence, valid_from, content, imported, written_by, written_at)
      select distinct on (k.operator_id, ab.basin_id) k.operator_id, ab.basin_id, ${index + 1}::integer, ${isoOf(from)}::date, ${JSON.stringify(kept)}::text::jsonb, ${imported},
             k.id, (${isoOf(from)}::date + time '09:30') at time zone 'Europe/Paris'
      from account k join account_basin ab on ab.account_id = k.id where k.role = 'manager' order by k.operator_id, ab.basin_id, k.email`
  }
}

interface KeptPlan {
  readonly caseId: string
  readonly operatorId: string
  readonly counsellorId: string
  readonly content: unknown
}

/** Plans taken up again since they were validated, with a step to do, so that the first screen of a plan shows one at work. */
async function takeUpPlans(sql: DriverTransaction, today: Day): Promise<void> {
  const plans = await sql<KeptPlan[]>`
    select c.id as "caseId", c.operator_id as "operatorId", c.counsellor_id as "counsellorId", fc.content
    from case_file c
    join lateral (select f.id from fact f where f.case_id = c.id and f.kind = 'plan_validated' order by f.sequence desc limit 1) p on true
    join fact_content fc on fc.fact_id = p.id
    where c.stage = 'in_follow_up' order by c.reference limit ${PLANS_AT_WORK}`
  const rows = plans.flatMap(({ content, ...plan }, index) => {
    const validated = readPlanContent(content)
    if (validated === null) return []
    const working = reopened(validated)
    const measures = working.measures.map((line, at) =>
      at === 0
        ? { ...line, steps: [{ id: 'point', what: 'Faire le point sur les candidatures', who: 'adviser' as const, by: isoOf(addDays(today, (index % 5) * 3 - 4)), doneOn: null }] }
        : { ...line, state: 'under_way' as const, steps: line.steps.map((step) => ({ ...step, doneOn: step.by })) },
    )
    return [{ ...plan, content: { ...working, measures }, nextStepOn: nextStepDay({ measures }) }]
  })
  await sql`
    insert into working_plan (case_id, operator_id, version, content, next_step_on, saved_by, saved_at)
    select "caseId", "operatorId", 1, content, "nextStepOn", "counsellorId", (${isoOf(addDays(today, -6))}::date + time '15:20') at time zone 'Europe/Paris'
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as row("caseId" uuid, "operatorId" uuid, "counsellorId" uuid, content jsonb, "nextStepOn" date)`
}

/** What the demonstration's people wrote of their basins, and the plans they are at work on. */
export async function writeDemoPlans(sql: DriverTransaction, today: Day): Promise<void> {
  await writeNotes(sql, today)
  await takeUpPlans(sql, today)
}
