/** What an organisation that sits in a committee is (R-700: signatories, the State, Unédic, those associated as needed). */
export const ORGANISATION_KINDS = ['employers', 'unions', 'state', 'unedic', 'france_travail', 'training_fund', 'region', 'operator', 'other'] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]

export const DECISION_STATES = ['open', 'done', 'dropped'] as const
export type DecisionState = (typeof DECISION_STATES)[number]
