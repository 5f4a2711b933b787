// no text covers a procedure engaged in January 2015. The application chooses none: a person does.
// By hand, under the 2011 text that the person chooses: handed over on 15 January 2015, 21 days end on 5 February 2015.
import { expect, test } from './desk.ts'

test.slow()
test.use({ viewport: { width: 1440, height: 900 } })

test('a procedure of January 2015 asks a person which text to apply, and says who chose', async ({ page, signIn, keyboardAlone: _, keyboard, travel, opening, filePage }) => {
  await signIn('counsellor')
  await travel('2015-01-20')
  await opening.start()
  await opening.type('Nom', 'Ravel')
  await opening.type('Prénom', 'Jeanne')
  await opening.type('Date de naissance', '09/06/1970')
  await opening.type('Nom de l’employeur', 'Imprimerie du Pont')
  await opening.type('Effectif de l’entreprise', '22')
  await opening.type('Date d’embauche', '01/02/1999')
  await opening.type('Date d’engagement de la procédure', '15/01/2015')
  await expect(opening.panel).toContainText('Aucun texte ne couvre cette date')
  await expect(opening.panel).toContainText('choisissez le texte à appliquer')
  await opening.choose('Procédure', 'Entretien préalable')
  const choice = page.getByRole('combobox', { name: 'Texte à appliquer' })
  await expect(choice).toBeVisible()
  await expect(choice).toHaveValue('')
  await opening.select('Texte à appliquer', 'Accord du 31 mai 2011')
  await expect(opening.panel).toContainText('vous avez choisi celui-ci')
  await opening.type('Document CSP remis le', '15/01/2015')
  await opening.send()
  await expect(filePage.date('Fin de la réflexion')).toHaveText('jeu. 5 févr. 2015')
  await keyboard.press(page.getByRole('link', { name: 'Accord du 31 mai 2011' }))
  await expect(page.locator('section.whyp')).toContainText('ce texte a été choisi par une personne')
})
