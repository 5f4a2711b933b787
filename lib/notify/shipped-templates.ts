// The models of e-mail that come with the code. An operator words its own over them, or beside them.
export interface MailModel {
  readonly key: string
  readonly name: string
  readonly subject: string
  readonly body: string
}

/** Written to the person, in French: the language of the file. */
const signed = (body: string): string => `Bonjour {{personne}},\n\n${body}\n\nCordialement,\n{{conseiller}}\n{{operateur}}`

export const SHIPPED_MODELS: readonly MailModel[] = [
  {
    key: 'premier_contact',
    name: 'Premier contact après l’acceptation',
    subject: 'Votre contrat de sécurisation professionnelle : premier rendez-vous',
    body: signed(
      'Vous avez accepté le contrat de sécurisation professionnelle (CSP). Il commence le {{debut}} et je suis votre conseiller.\n\nNous devons tenir votre entretien de pré-bilan au plus tard le {{pre_bilan_le_plus_tard}}. Répondez à ce message ou appelez-moi pour fixer un rendez-vous.',
    ),
  },
  {
    key: 'rappel_pre_bilan',
    name: 'Rappel du pré-bilan',
    subject: 'Votre entretien de pré-bilan, au plus tard le {{pre_bilan_le_plus_tard}}',
    body: signed(
      'Votre entretien de pré-bilan doit se tenir au plus tard le {{pre_bilan_le_plus_tard}}. Nous y parlerons de votre parcours, de votre projet et des métiers qui recrutent dans le bassin {{bassin}}.\n\nMerci de me dire quand vous êtes disponible.',
    ),
  },
  {
    key: 'plan_a_valider',
    name: 'Plan à valider',
    subject: 'Votre plan de sécurisation professionnelle, au plus tard le {{plan_le_plus_tard}}',
    body: signed('Votre plan de sécurisation professionnelle doit être validé au plus tard le {{plan_le_plus_tard}}. Je vous propose de le relire et de le signer ensemble.'),
  },
  {
    key: 'rendez_vous',
    name: 'Prochain rendez-vous',
    subject: 'Notre prochain rendez-vous',
    body: signed('Notre prochain rendez-vous : {{prochain_rendez_vous}}.\n\nEn cas d’empêchement, prévenez-moi dès que possible en répondant à ce message.'),
  },
  {
    key: 'nouvelles',
    name: 'Prendre des nouvelles',
    subject: 'Où en êtes-vous ?',
    body: signed('Notre dernier échange date du {{dernier_contact}}. Où en êtes-vous de vos démarches ? Répondez à ce message, ou appelez-moi : nous ferons le point ensemble.'),
  },
  {
    key: 'prime',
    name: 'Demander la prime de reclassement',
    subject: 'Votre prime de reclassement : demande au plus tard le {{limite_demande_prime}}',
    body: signed('Vous avez commencé un emploi le {{embauche}}. Si vous remplissez les conditions, la prime de reclassement se demande au plus tard le {{limite_demande_prime}}. Je peux vous aider à préparer la demande.'),
  },
  {
    key: 'fin_du_csp',
    name: 'Fin du CSP',
    subject: 'Votre CSP se termine le {{terme}}',
    body: signed('Votre contrat de sécurisation professionnelle se termine le {{terme}}. Nous tiendrons un entretien final au plus tard le {{entretien_final_le_plus_tard}}. Pensez à vous inscrire comme demandeur d’emploi dès le lendemain du terme.'),
  },
]
