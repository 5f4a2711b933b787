import { expect, test } from 'vitest'
import { day } from '@/lib/accord'
import { fillTemplate, templateProblems } from '@/lib/templates/template.ts'
import { TOKEN_NAMES, TOKENS, tokenValues } from '@/lib/templates/tokens.ts'
import { viewOf } from '@/tests/file-screens/a-view.ts'

const view = viewOf({ facts: [['proposal_handed_over', '2025-09-08'], ['motive_notified', '2025-09-08'], ['accepted', '2025-09-12'], ['pre_bilan_held', '2025-10-03']], today: '2025-10-10' })
const operator = { name: 'Cap Rebond' }
const values = (locale: 'fr' | 'en') => tokenValues(view, { operator, today: day('2025-10-10'), locale })

test('a token is named once, in letters a template may hold, and told in both languages', () => {
  expect(new Set(TOKEN_NAMES).size).toBe(TOKENS.length)
  expect(templateProblems(TOKEN_NAMES.map((name) => `{{${name}}}`).join(' '), TOKEN_NAMES)).toEqual([])
  expect(TOKENS.filter(({ label }) => label.fr === '' || label.en === '')).toEqual([])
})

test('dates come from the file, written as on the screens', () => {
  expect(values('fr')).toMatchObject({
    personne: 'Amélie Roux', reference: 'RB-2026-00001', operateur: 'Cap Rebond', conseiller: 'Inès Conseillère', bassin: 'Lyon',
    remise: 'lun.\u00A08\u00A0sept.\u00A02025', fin_reflexion: 'lun.\u00A029\u00A0sept.\u00A02025', debut: 'mar.\u00A030\u00A0sept.\u00A02025', terme: 'mar.\u00A029\u00A0sept.\u00A02026',
    pre_bilan_tenu: 'ven.\u00A03\u00A0oct.\u00A02025', plan_le_plus_tard: 'lun.\u00A03\u00A0nov.\u00A02025', prochaine_demarche: 'Valider le plan',
  })
  expect(values('en')['terme']).toBe('Tue\u00A029\u00A0Sep\u00A02026')
})

test('what the file does not say has no value, and is told as missing', () => {
  expect(values('fr')).toMatchObject({ entreprise: null, embauche: null, prime_total: null, prochain_rendez_vous: null })
  expect(fillTemplate('Chez {{entreprise}}, {{prenom}}', values('fr')).missing).toEqual(['entreprise'])
})

test('without a referent of its own, the counsellor stands for one', () => {
  expect(values('fr')['referent']).toBe('Inès Conseillère')
})
