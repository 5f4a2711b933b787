// E-mails, a morning's digest and a step agreed, so that the demonstration has something to read in each place.
import { addDays, isoOf, weekdayOf, type Day } from '../accord/index.ts'
import type { DriverTransaction } from '../database/driver.ts'

/** The last working day before today, holidays aside: what a digest would have been made for. */
function lastMorning(today: Day): Day {
  let on = addDays(today, -1)
  while (weekdayOf(on) >= 6) on = addDays(on, -1)
  return on
}

const LETTERS = [
  { state: 'kept_locally', failure: null, said: null, subject: 'Où en êtes-vous ?', body: 'Où en êtes-vous de vos démarches ? Répondez à ce message, ou appelez-moi : nous ferons le point ensemble.' },
  { state: 'bounced', failure: 'no_such_mailbox', said: '550 5.1.1 Adresse inconnue', subject: 'Notre prochain rendez-vous', body: 'Pouvez-vous me dire quand vous êtes disponible cette semaine ?' },
] as const

/** Writes them for an account on some of its live files; each e-mail is in the journal of its file, as the app would write it. */
export async function writeDemoMail(sql: DriverTransaction, email: string, today: Day): Promise<void> {
  const [account] = await sql<{ id: string; operatorId: string }[]>`select id, operator_id as "operatorId" from account where email = ${email}`
  if (account === undefined) return
  const on = lastMorning(today)
  const at = new Date(`${isoOf(on)}T07:00:00Z`)
  const files = await sql<{ id: string; reference: string; name: string }[]>`
    select c.id, c.reference, p.first_name || ' ' || p.last_name as name from case_file c join person p on p.id = c.person_id
    where c.counsellor_id = ${account.id} and not c.closed and c.stage = 'in_follow_up' order by c.reference limit ${LETTERS.length}`
  for (const [index, file] of files.entries()) {
    const letter = LETTERS[index]!
    const [mail] = await sql<{ id: string }[]>`
      insert into mail (operator_id, case_id, sender_id, recipient_address, recipient_name, subject, body, message_id, queued_at, state, attempts, failure, server_said, settled_at)
      values (${account.operatorId}, ${file.id}, ${account.id}, ${`personne-${index + 1}@exemple.test`}, ${file.name}, ${letter.subject}, ${`Bonjour ${file.name},\n\n${letter.body}\n\nCordialement`},
              ${`<demo-${index + 1}-${isoOf(today)}@rebond.invalid>`}, ${at}, ${letter.state}, 1, ${letter.failure}, ${letter.said}, ${at})
      returning id`
    for (const [action, actor] of [['mail.queued', account.id], [`mail.${letter.state}`, null]] as const) {
      await sql`select write_journal(${account.operatorId}, ${file.id}, null, ${actor}, ${action}, ${sql.json({ mail: mail!.id })}, ${at})`
    }
  }
  await writeMorning(sql, account, on, at)
}

/** The digest of that morning: what fell due on it or the days before, told then and never again. */
async function writeMorning(sql: DriverTransaction, { id, operatorId }: { readonly id: string; readonly operatorId: string }, on: Day, at: Date): Promise<void> {
  const due = await sql<{ caseId: string; reference: string; rule: string; code: string; dueOn: string }[]>`
    select d.case_id as "caseId", c.reference, d.rule, d.label as code, d.due_on::text as "dueOn" from deadline d join case_file c on c.id = d.case_id
    where d.counsellor_id = ${id} and d.met_on is null and not d.cancelled and d.actionable and d.actor in ('operator', 'beneficiary')
      and d.due_on <= ${isoOf(on)}::date order by d.due_on desc limit 6`
  const trouble = await sql<{ mailId: string; reference: string; subject: string; state: string }[]>`
    select m.id as "mailId", c.reference, m.subject, m.state from mail m join case_file c on c.id = m.case_id where m.sender_id = ${id} and m.state = 'bounced'`
  const content = { due: { lines: due.map(({ reference, code, dueOn }) => ({ reference, code, dueOn })), more: 0 }, coming: [], assigned: [], changes: [], mail: [...trouble], appointments: [] }
  const [digest] = await sql<{ id: string }[]>`
    insert into digest (operator_id, account_id, on_day, made_at, content, in_app) values (${operatorId}, ${id}, ${isoOf(on)}::date, ${at}, ${sql.json(content)}, true) returning id`
  for (const { caseId, rule, code, dueOn } of due) {
    await sql`insert into digest_line (operator_id, account_id, case_id, rule, label, due_on, digest_id) values (${operatorId}, ${id}, ${caseId}, ${rule}, ${code}, ${dueOn}::date, ${digest!.id})`
  }
}
