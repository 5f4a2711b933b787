import { expect, test } from 'vitest'
import { fillTemplate, templateProblems, tokensIn } from '@/lib/templates/template.ts'

test('a template says which tokens it holds, each once, in order', () => {
  expect(tokensIn('{{personne}}, le {{ debut }} puis {{personne}}')).toEqual(['personne', 'debut'])
})

test('values take the place of tokens; a value that looks like a token is left as it is', () => {
  expect(fillTemplate('Bonjour {{personne}}, le {{debut}}.', { personne: '{{debut}}', debut: 'lun. 8 sept. 2025' })).toEqual({ text: 'Bonjour {{debut}}, le lun. 8 sept. 2025.', missing: [] })
})

test('a token without a value stays in the text and is named', () => {
  expect(fillTemplate('Terme : {{terme}}', { terme: null })).toEqual({ text: 'Terme : {{terme}}', missing: ['terme'] })
  expect(fillTemplate('{{constructor}}', {})).toEqual({ text: '{{constructor}}', missing: ['constructor'] })
})

test('a token that does not exist is refused, with the one that was probably meant', () => {
  expect(templateProblems('{{persone}}', ['personne', 'terme'])).toEqual([{ kind: 'unknown_token', token: 'persone', near: 'personne' }])
  expect(templateProblems('{{meteo}}', ['personne', 'terme'])).toEqual([{ kind: 'unknown_token', token: 'meteo', near: null }])
})

test('braces that hold no name are refused at their place', () => {
  expect(templateProblems('{{terme}} {{ le terme }}', ['terme'])).toEqual([{ kind: 'stray_braces', at: 10 }])
  expect(templateProblems('{{terme', ['terme'])).toEqual([{ kind: 'stray_braces', at: 0 }])
  expect(templateProblems('{{terme}}, {simple}', ['terme'])).toEqual([])
})
