/** What may be attached to a file, for the form and for the command. Pure. */

export const ATTACHMENT_KINDS = ['identity', 'employer', 'training', 'job', 'benefit', 'letter', 'proof', 'other'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

/** The most one attachment weighs: 20 MB. */
export const MOST_ATTACHED = 20 * 1024 * 1024

/** Attachments that one file holds, those withdrawn apart: ten times what a year of support brings. */
export const MOST_OF_A_FILE = 200

/** Each extension that is taken, and what its content must then be. */
export const ATTACHED_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain',
} as const
export type AttachedExtension = keyof typeof ATTACHED_TYPES
export type AttachedType = (typeof ATTACHED_TYPES)[AttachedExtension]

/** The types that a browser may show by itself; the others are only downloaded. */
export const SHOWN_TYPES: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg']

/** For a field that chooses a file. */
export const ACCEPTED_FILES = Object.keys(ATTACHED_TYPES).map((extension) => `.${extension}`).join(',')

/** The extension of a name, when it is one that is taken. */
export function attachedExtension(name: string): AttachedExtension | null {
  const extension = /\.([a-z]{3,4})$/iu.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(ATTACHED_TYPES, extension) ? (extension as AttachedExtension) : null
}

/** What may be wrong with an attachment, and at which field of its form. */
export const ATTACHMENT_ERRORS = {
  file_missing: 'file',
  file_empty: 'file',
  too_large: 'file',
  type_refused: 'file',
  content_differs: 'file',
  title_missing: 'title',
  title_long: 'title',
  kind_missing: 'kind',
  fact_unknown: null,
  too_many: null,
  unreadable: null,
  not_allowed: null,
  not_found: null,
  signed_out: null,
  network: null,
  storage: null,
} as const satisfies Readonly<Record<string, 'file' | 'title' | 'kind' | null>>
export type AttachmentError = keyof typeof ATTACHMENT_ERRORS

/** Longest title and reason of a withdrawal. */
export const TITLE_LIMIT = 200
export const REASON_LIMIT = 1000
