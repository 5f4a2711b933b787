import type { AnswerContext } from '@/components/file/acts/answer.ts'
import type { ActRequest } from '@/components/file/acts/request.ts'
import { legalWords } from '@/components/file/legal-words.ts'
import type { Actor } from '@/lib/access/actor.ts'
import { correctFact, previewCorrection } from '@/lib/cases/commands/correct-fact.ts'
import { correctFrame, previewFrame } from '@/lib/cases/commands/correct-frame.ts'
import { previewFact, recordFact } from '@/lib/cases/commands/record-fact.ts'
import { previewWithdrawal, withdrawFact } from '@/lib/cases/commands/withdraw-fact.ts'
import type { PreviewOutcome, WriteOutcome } from '@/lib/cases/outcomes.ts'
import { citedTextOf } from '@/lib/cases/queries/governing-code.ts'
import { civilDay } from '@/lib/clock/civil-day.ts'

/** The command an act's form asks for. */
export function commandOf(actor: Actor, { mode, submission, kind, factId, reason, terms, content }: ActRequest): Promise<WriteOutcome> {
  switch (mode) {
    case 'record':
      return recordFact(actor, { ...submission, kind, terms, content })
    case 'correct':
      return correctFact(actor, { ...submission, factId, terms, content, reason })
    case 'withdraw':
      return withdrawFact(actor, { ...submission, factId, reason })
    case 'frame':
      return correctFrame(actor, { ...submission, frame: terms, reason })
  }
}

/** The same, with nothing written. */
export function previewOf(actor: Actor, { mode, submission: { reference }, kind, factId, terms, content }: ActRequest): Promise<PreviewOutcome> {
  switch (mode) {
    case 'record':
      return previewFact(actor, { reference, kind, terms, content })
    case 'correct':
      return previewCorrection(actor, { reference, factId, terms, content })
    case 'withdraw':
      return previewWithdrawal(actor, { reference, factId })
    case 'frame':
      return previewFrame(actor, { reference, frame: terms })
  }
}

/** What an answer is worded with: the language, the day, the text that governs the file. */
export async function answerContext(actor: Actor, request: ActRequest): Promise<AnswerContext> {
  const cited = await citedTextOf(actor, request.submission.reference)
  return { request, words: legalWords(actor.locale, cited), today: await civilDay(actor.timeZone), locale: actor.locale }
}
