import { expect, test } from 'vitest'
import { readMarkup, runsOf } from '@/lib/templates/markup.ts'

test('paragraphs, headings, lists and blocks, in their order', () => {
  expect(readMarkup('Bonjour,\nsuite.\n\n## Titre **gras**\n- un\n- deux\n  suite\n\n{{ bloc_dates }}\n### Petit')).toEqual([
    { kind: 'paragraph', runs: [{ text: 'Bonjour, suite.' }] },
    { kind: 'heading', level: 2, runs: [{ text: 'Titre ' }, { text: 'gras', bold: true }] },
    { kind: 'list', items: [[{ text: 'un' }], [{ text: 'deux' }, { text: ' ' }, { text: 'suite' }]] },
    { kind: 'block', name: 'bloc_dates' },
    { kind: 'heading', level: 3, runs: [{ text: 'Petit' }] },
  ])
})

test('what is no markup is text: stars that close nothing, a hash without a space, a block with words beside it', () => {
  expect(runsOf('2 ** 3 **')).toEqual([{ text: '2 ** 3 **' }])
  expect(readMarkup('#Titre')).toEqual([{ kind: 'paragraph', runs: [{ text: '#Titre' }] }])
  expect(readMarkup('avec {{bloc_dates}}')[0]).toMatchObject({ kind: 'paragraph' })
  expect(readMarkup('')).toEqual([])
})
