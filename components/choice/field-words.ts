import { optionWord, type FieldView, type OptionView } from '@/components/file/acts/form-view.ts'
import type { EntryPath, Frame } from '@/lib/accord/file/frame.ts'
import type { Locale } from '@/lib/wording/locale.ts'
import { messagesFor } from '@/lib/wording/messages.ts'
import type { ChoiceAnswers } from './address.ts'
import { QUESTION_GROUPS, QUESTIONS, questionsOn, type Question, type QuestionGroup } from './questions.ts'

interface Words {
  readonly label: string
  readonly hint?: string
}

export interface GroupView {
  readonly id: QuestionGroup
  readonly title: string
  readonly fields: readonly (FieldView & { readonly asked: readonly EntryPath[] | null })[]
  readonly answered: boolean
}

/** The words of a question, also what an assumption names when it says how to change it. */
export function questionWords(name: string, locale: Locale): Words {
  const words: Readonly<Record<string, Words>> = messagesFor(locale).choice.question
  return words[name] ?? { label: name }
}

function optionsOf({ field }: Question, texts: readonly OptionView[], locale: Locale): readonly OptionView[] {
  if (field.path === 'texte') return texts
  const { yes, no, unsaid } = messagesFor(locale).acts.form
  if (field.type === 'yesNo') return [{ value: 'true', label: yes }, { value: 'false', label: no }, { value: '', label: unsaid }]
  if (!('options' in field)) return []
  if (field.path === 'procedure') return field.options.map((value) => ({ value, label: optionWord('procedureType', value, locale) }))
  const who: Readonly<Record<string, string>> = messagesFor(locale).simulator.option.voie
  return field.options.map((value) => ({ value, label: who[value] ?? value }))
}

/** The questions in a language, by group; of a file, those its frame leaves open. `texts`: where one is to be chosen. */
export function groupViews(answers: ChoiceAnswers, known: Frame | null, texts: readonly OptionView[], locale: Locale): readonly GroupView[] {
  const titles = messagesFor(locale).choice.group
  const asked = known === null ? QUESTIONS : questionsOn(known.entryPath, known)
  return QUESTION_GROUPS.flatMap((id) => {
    const questions = asked.filter(({ group, field }) => group === id && (field.path !== 'texte' || texts.length > 0))
    if (questions.length === 0) return []
    return [{
      id,
      title: titles[id],
      answered: questions.some(({ field }) => answers[field.path] !== undefined),
      fields: questions.map((question) => ({
        path: question.field.path,
        type: question.field.type,
        // A group says once that it may be left blank; its fields do not say it again.
        required: true,
        today: false,
        when: null,
        options: optionsOf(question, texts, locale),
        asked: known === null ? (question.asked ?? null) : null,
        ...questionWords(question.field.path, locale),
      })),
    }]
  })
}
