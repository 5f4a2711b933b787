/** What the address /api/find answers: lines already worded in the reader's language. */

export interface ActLine {
  readonly kind: string
  /** « Enregistrer le pré-bilan » */
  readonly label: string
}

export interface FileLine {
  readonly reference: string
  readonly name: string
  /** Birth date, reference, basin, and whose file it is where that is not plain. */
  readonly about: string
  readonly stage: string
  readonly deadline: { readonly label: string; readonly state: 'overdue' | 'soon' | 'planned' } | null
  /** What can be recorded at once: a contact, then what the next deadline waits for; none where nothing is recorded. */
  readonly acts: readonly ActLine[]
}

export interface EmployerLine {
  readonly id: string
  readonly name: string
  readonly about: string
}

export interface FoundAnswer {
  readonly files: readonly FileLine[]
  readonly more: boolean
  readonly bornSetAside: boolean
  readonly employers: readonly EmployerLine[]
  /** What was understood of what was typed: « nom : karim ; né le 12 avr. 1979 ». */
  readonly understood: string
}

export interface AtHandAnswer {
  readonly file: FileLine | null
  readonly recent: readonly FileLine[]
  /** Every act there is, for those who record: what is typed may name one. */
  readonly acts: readonly ActLine[]
}
