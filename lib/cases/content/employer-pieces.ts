/**
 * What the former employer owes for each person. R-120: on acceptance, the form signed by both and the copy of an identity
 * document; at the latest at the end of the contract, all the rest (Conv. 2015 art. 5 § 2).
 */
export const EMPLOYER_PIECES = ['signed_form', 'identity', 'employer_certificate', 'asp_application', 'health_card'] as const
export type EmployerPiece = (typeof EMPLOYER_PIECES)[number]

/** Which of the two sendings a piece belongs to. */
export const SENDING_OF: Readonly<Record<EmployerPiece, 'acceptance' | 'all'>> = {
  signed_form: 'acceptance',
  identity: 'acceptance',
  employer_certificate: 'all',
  asp_application: 'all',
  health_card: 'all',
}

/** Pieces of a sending. */
export function piecesOf(sending: 'acceptance' | 'all'): readonly EmployerPiece[] {
  return EMPLOYER_PIECES.filter((piece) => SENDING_OF[piece] === sending)
}
