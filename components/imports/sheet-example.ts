/** A sheet to start from: its columns are said in French whatever the language of the page. */
export const SHEET_EXAMPLE = [
  'indicateur;territoire;du;au;valeur;source;adresse;publie_le;motif',
  'Défaillances d’entreprises;Auvergne-Rhône-Alpes;01/07/2026;30/09/2026;1 850;Banque de France, défaillances, octobre 2026;https://www.banque-france.fr/;20/10/2026;',
  'adhesionRate;departement:69;01/01/2026;30/06/2026;57,5 %;Enquête du comité régional;;15/09/2026;Chiffre révisé par la source',
].join('\n')
