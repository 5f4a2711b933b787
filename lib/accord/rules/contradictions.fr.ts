import type { ContradictionId, ContradictionWords } from './contradictions.ts'

const words = (conflict: string, choice: string): ContradictionWords => ({ conflict, choice })

export const frenchContradictions: Readonly<Record<ContradictionId, ContradictionWords>> = {
  'X-01': words('L’accord de 2011 dit entrer en vigueur quand son arrêté paraît ; la convention de 2011, et tous ceux qui l’ont appliquée, disent le 1ᵉʳ septembre 2011.', 'Le 1ᵉʳ septembre 2011.'),
  'X-02': words('La convention de 2011 ne pouvait pas dépasser le 31 décembre 2014, et celle de 2015 prend les procédures engagées depuis le 1ᵉʳ février. Pour janvier 2015, les commentaires de l’époque se contredisent : l’un y voit un vide, l’autre un ancien dispositif prolongé.', 'Rien par défaut : pour janvier 2015, une personne choisit le texte, et son choix reste écrit ; l’accord de 2011 est conseillé. Du 1ᵉʳ janvier au 21 mars 2014, où un avenant manque, l’accord de 2011 s’applique, avec une alerte.'),
  'X-03': words('L’accord de 2011 renvoie, pour le document d’information, à un article 4 qui traite d’autre chose ; une note de la convention de 2015 fait un renvoi aussi décalé.', 'Le renvoi est lu vers les articles qui parlent du document : 5 et 6 en 2011, 4 en 2015.'),
  'X-04': words('L’article 11 de l’accord de 2011 excepte de l’arrêt de l’allocation les cas de son article 15, qui traite de la formation ; les périodes de travail sont à l’article 16.', 'L’article 16.'),
  'X-05': words('Les articles 1 à 3 de l’accord de 2011 ne visent que les entreprises de moins de 1 000 salariés ; l’administration et l’Unédic y ajoutent les entreprises en redressement ou en liquidation, quelle que soit leur taille.', 'Le redressement et la liquidation sont compris.'),
  'X-06': words('Les trois mois dus par l’employeur qui n’a pas proposé se comptent en brut selon le Code du travail et l’accord de 2011, charges comprises selon la convention de 2015.', 'Le brut, donné à titre d’estimation : France Travail calcule et recouvre.'),
  'X-07': words('Sous l’avenant de 2012, la plus courte période de travail vaut dix jours travaillés ou deux semaines dans un texte, quatorze jours dans un autre, quinze dans un bilan de l’Unédic.', 'Quatorze jours calendaires.'),
  'X-08': words('La fiche officielle de 2020 dit qu’un contrat ne peut pas dépasser six mois, et aussi qu’un contrat d’au moins six mois met fin au CSP ; pour la prime, elle dit « plus de six mois » où la convention dit « au moins six mois ».', 'Six mois tout juste mettent fin au CSP et ouvrent la prime.'),
  'X-09': words('L’indemnité différentielle va avec tout emploi salarié selon la convention, avec un CDI ou un contrat d’au moins six mois selon la page de France Travail.', 'Rien n’est bloqué ; un contrat plus court est signalé.'),
  'X-10': words('Le Code du travail, dans son état de 2015, dit que le travail ne change pas le terme du CSP ; la convention de 2015 le prolonge pour le travail d’après le sixième mois.', 'La convention, que France Travail applique.'),
  'X-11': words('Le nouveau contenu de l’entretien d’information date du 1ᵉʳ avril 2023 pour un éditeur ; un autre distingue deux dates, le 1ᵉʳ avril et le 1ᵉʳ novembre 2023.', 'Le 1ᵉʳ avril 2023, comme information : rien n’en dépend.'),
  'X-12': words('Des lettres professionnelles de 2025 limitent chaque congé à quatre mois de prolongation ; l’avenant ne le dit que de la maladie, et donne aux congés de famille leur durée légale.', 'Une limite par cause : quatre mois pour la maladie, la durée légale pour les congés de famille.'),
  'X-13': words('Un même site écrit que l’allocation est maintenue pendant un arrêt maladie, et ailleurs qu’elle s’arrête ; l’article 17 b de la convention l’arrête.', 'Elle s’arrête.'),
  'X-14': words('Des notices de 2024 et 2025 demandent encore un an d’ancienneté pour entrer dans le CSP ; la convention de 2015 et le ministère disent qu’il est dû à toute ancienneté.', 'Aucune ancienneté n’est demandée pour entrer.'),
  'X-15': words('La fiche officielle de 2020 demande de remplir les conditions de l’ARE ; depuis l’avenant n° 5, le CSP a les siennes : 88 jours ou 610 heures au lieu de 130 ou 910.', 'La condition du texte qui régit le dossier.'),
  'X-16': words('Après un manquement, l’accord de 2011 retire l’allocation ; la convention de 2015 met fin au CSP.', 'L’effet du texte qui régit le dossier.'),
  'X-17': words('L’article 15 de la convention de 2015 écrit « deux ans » d’ancienneté ; la pratique, depuis l’origine, est d’un an.', 'Un an ; les personnes entre un et deux ans sont comptées à part.'),
  'X-18': words('L’avenant de 2012 limite le travail « au plus entre quatre et six mois », ce qui n’est pas un nombre.', 'Six mois au plus, et une alerte à partir de quatre.'),
}
