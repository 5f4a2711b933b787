import { expect, test } from 'vitest'
import { readableModels } from '@/app/(desk)/dossiers/list-answers.ts'

test('a model is read with what each file puts in it, before it is sent to many', () => {
  const model = { key: 'rappel', name: 'Rappel', subject: 'Au plus tard le {{ pre_bilan_le_plus_tard }}', body: 'Bonjour {{personne}}, {{inconnu}}' }
  const [fr] = readableModels([model], 'fr')
  expect(fr).toMatchObject({ value: 'rappel', label: 'Rappel' })
  expect(fr!.subject).toMatch(/^Au plus tard le \{\{Pré-bilan\}\}$/u)
  expect(fr!.body).not.toContain('{{personne}}')
  expect(fr!.body).toContain('{{inconnu}}')
  expect(readableModels([model], 'en')[0]!.body).not.toBe(fr!.body)
})
