import type { ShownFile } from '@/components/file/shown-file.ts'
import type { CaseFile } from '@/lib/accord/file/case-file.ts'
import type { SimulationRequest } from '@/lib/accord/simulate/request.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { simulatorHref, type SimulatorState } from './address.ts'

/** A simulation as the cards of a file show one: nobody named anything in it, and its reasons open on the same page. */
export function simulatedFile(file: CaseFile, { record, settings, today }: SimulationRequest, state: SimulatorState, locale: Locale): ShownFile {
  const { roll } = messagesFor(locale).simulator.answer
  return {
    file,
    today,
    asOf: today,
    chosenRegime: record.frame.chosenRegime,
    rollPolicy: settings.rollPolicy,
    rollSaid: settings.rollPolicy === 'none' ? roll.none : roll.holiday,
    factCount: record.facts.length,
    ownName: () => null,
    whyHref: (why) => simulatorHref(state, { why, anchor: 'pourquoi' }),
    closeHref: simulatorHref(state),
  }
}
