// where France Travail proposes, the 21 days run from the registration, and the CSP starts
// on the last of them under the 2011 text, the day after it from the 2015 convention on.
// By hand: registered on Thursday 17 October 2013, the period ends on Thursday 7 November 2013, the start is that day and
// the term 6 November 2014; registered on Wednesday 11 February 2015, it ends on 4 March 2015. The start the day after is
// held by tests/accord/dates.test.ts.
import { expect, test } from './desk.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

const lives = [
  {
    text: 'the 2011 text: the CSP starts on the last day', lastName: 'Abadie', firstName: 'Rose', path: 'Proposition de France Travail', experiment: false,
    engaged: '02/10/2013', registered: '17/10/2013', on: '2013-10-17', governs: 'Accord du 31 mai 2011', end: 'jeu. 7 nov. 2013',
    accepted: { today: '2013-10-24', on: '24/10/2013', start: 'jeu. 7 nov. 2013', term: 'jeu. 6 nov. 2014' },
  },
  {
    text: 'an experimental public under the 2015 convention: no employer proposes', lastName: 'O’Connell', firstName: 'Siobhán', path: 'Public expérimental', experiment: true,
    engaged: '11/02/2015', registered: '11/02/2015', on: '2015-02-11', governs: 'Convention du 26 janvier 2015', end: 'mer. 4 mars 2015', accepted: null,
  },
] as const

for (const life of lives) {
  test(`France Travail proposes, under ${life.text}`, async ({ page, signIn, keyboardAlone: _, travel, opening, act, filePage }) => {
    await signIn('counsellor')
    await travel(life.on)
    await opening.start()
    await opening.choose('Voie d’entrée', life.path)
    await opening.type('Nom', life.lastName)
    await opening.type('Prénom', life.firstName)
    await opening.type('Date de naissance', '03/11/1979')
    if (life.experiment) await expect(page.getByRole('textbox', { name: 'Nom de l’employeur' })).toHaveCount(0)
    else {
      await opening.type('Nom de l’employeur', 'Tannerie du Vallon')
      await opening.type('Effectif de l’entreprise', '31')
      await opening.type('Date d’embauche', '04/01/2005')
    }
    await opening.type('Date d’engagement de la procédure', life.engaged)
    await expect(page.getByRole('textbox', { name: 'Document CSP remis le' })).toHaveCount(0)
    await opening.type('Inscription à France Travail le', life.registered)
    await expect(opening.panel).toContainText(life.governs)
    await opening.send()
    await expect(filePage.date('Fin de la réflexion')).toHaveText(life.end)

    if (life.accepted === null) return
    await travel(life.accepted.today)
    await act.open('accepted')
    await act.type('Date de signature du bulletin', life.accepted.on)
    await expect(act.effect).toContainText(life.accepted.start)
    await act.save('accepted')
    await expect(filePage.date('Début du CSP')).toHaveText(life.accepted.start)
    await expect(filePage.date('Terme du CSP')).toHaveText(life.accepted.term)
  })
}
