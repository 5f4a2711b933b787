import { readActForm, type TypingError } from '@/components/file/acts/read-form.ts'
import type { OpeningDraft } from '@/lib/cases/commands/open-file.ts'
import type { OpenFileInput } from '@/lib/cases/opening-input.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { OPENING_FACTS, OPENING_SECTIONS } from './questions.ts'
import { textIn } from '@/components/ui/form-text.ts'

/** An opening as its form sent it. */
export interface OpeningRequest {
  readonly input: OpenFileInput
  /** The part the law looks at, for the live answer. */
  readonly draft: OpeningDraft
  readonly errors: Readonly<Record<string, TypingError>>
  /** The form's name of each path a command may refuse. */
  readonly fieldOf: (path: string) => string
}

type Values = Readonly<Record<string, unknown>>

const orNull = (value: string): string | null => (value === '' ? null : value)

/** Paths `part.rest` of the answers, under their `rest`. */
function part(answers: Values, name: string): Record<string, unknown> {
  const prefix = `${name}.`
  return Object.fromEntries(Object.entries(answers).flatMap(([path, value]) => (path.startsWith(prefix) ? [[path.slice(prefix.length), value]] : [])))
}

interface OpeningFact {
  readonly kind: (typeof OPENING_FACTS)[number]
  readonly terms: Record<string, unknown>
  readonly content: Record<string, unknown>
}

function factsOf(answers: Values): readonly OpeningFact[] {
  return OPENING_FACTS.flatMap((kind) => {
    const said = part(answers, kind)
    if (said['on'] === undefined) return []
    const content = part(said, 'content')
    const terms = Object.fromEntries(Object.entries(said).filter(([path]) => !path.startsWith('content.')))
    return [{ kind, terms, content }]
  })
}

/** Reads the form that opens a file. What belongs to another entry path is left out. */
export function readOpening(form: FormData, locale: Locale): OpeningRequest {
  const questions = { fields: OPENING_SECTIONS.flatMap(({ fields }) => fields) }
  const read = readActForm(questions, form, locale)
  const answers: Values = read.terms
  const frame = { ...part(answers, 'frame'), chosenRegime: orNull(textIn(form, 'frame.chosenRegime')) }
  const person = part(answers, 'person')
  const facts = factsOf(answers)
  const samePerson = orNull(textIn(form, 'samePerson'))
  const input = {
    submissionId: textIn(form, 'submissionId'),
    confirmed: textIn(form, 'confirmed') !== '',
    basinCode: textIn(form, 'basinCode'),
    counsellorId: orNull(textIn(form, 'counsellorId')),
    referentId: orNull(textIn(form, 'referentId')),
    person: { ...person, id: samePerson },
    employer: answers['frame.entryPath'] === 'experiment' ? null : part(answers, 'employer'),
    frame,
    facts,
  }
  return {
    // The command reads it again, by its own schema: what is missing or wrong is told by field.
    input: input as unknown as OpenFileInput,
    draft: { frame: { ...frame, birthDate: person['birthDate'] ?? null }, facts },
    errors: read.errors,
    fieldOf: (path) => path.replace(/^facts\.(\d+)\./, (_, index: string) => `${facts[Number(index)]?.kind ?? 'proposal_handed_over'}.`),
  }
}
