'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { COMMENTS_NOT_SENT, type CommentsState } from '@/components/packs/pack-state.ts'
import { NOTHING_WRONG, type FormState } from '@/components/ui/form-state.ts'
import { textIn } from '@/components/ui/form-text.ts'
import { setFlash } from '@/components/ui/set-flash.ts'
import { requireActor } from '@/lib/access/session.ts'
import { day } from '@/lib/accord/calendar/day.ts'
import { discardDraft, preparePack, remakeFiles, saveComments } from '@/lib/steering/packs/drafts.ts'
import { issuePack } from '@/lib/steering/packs/issue.ts'
import { PACK_SECTIONS } from '@/lib/steering/packs/sections.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { formatCount } from '@/lib/wording/format/amount.ts'

const LIST = '/pilotage/lots'

/** Opens the draft of a place and a quarter, its files on their way. */
export async function prepareAction(form: FormData): Promise<void> {
  const actor = await requireActor()
  const [place, quarter] = [textIn(form, 'place'), textIn(form, 'quarter')]
  const outcome = await preparePack(actor, { place, quarter })
  if (outcome.kind === 'prepared') redirect(`${LIST}/${outcome.id}`)
  redirect(`${LIST}?${new URLSearchParams({ probleme: outcome.kind, place, quarter }).toString()}`)
}

/** Makes the files of a pack again. */
export async function makeFilesAction(form: FormData): Promise<void> {
  const actor = await requireActor()
  const id = textIn(form, 'id')
  const outcome = await remakeFiles(actor, id)
  if (outcome !== 'asked') redirect(`${LIST}?probleme=${outcome}`)
  revalidatePath(`${LIST}/${id}`)
}

/** Gives a draft up. */
export async function discardAction(form: FormData): Promise<void> {
  const actor = await requireActor()
  const t = await getTranslations('packs')
  await setFlash({ text: (await discardDraft(actor, textIn(form, 'id'))) ? t('pack.discarded') : t('problem.gone') })
  redirect(LIST)
}

/** Keeps the comments of a draft. */
export async function commentAction(_before: CommentsState, form: FormData): Promise<CommentsState> {
  const actor = await requireActor()
  const t = await getTranslations('packs')
  const id = textIn(form, 'id')
  const comments = Object.fromEntries(PACK_SECTIONS.map((section) => [section, textIn(form, section)]))
  const outcome = await saveComments(actor, id, Number(textIn(form, 'version')), comments)
  switch (outcome.kind) {
    case 'saved':
      await setFlash({ text: t('pack.comments.saved') })
      revalidatePath(`${LIST}/${id}`)
      return redirect(`${LIST}/${id}`)
    case 'invalid':
      return {
        ...COMMENTS_NOT_SENT,
        problems: Object.entries(outcome.fields).map(([field, problem]) => ({ field, message: problem.kind === 'too_long' ? t('pack.comments.tooLong', { count: formatCount(problem.count, actor.locale) }) : t('pack.comments.notText') })),
      }
    case 'stale': {
      const changed = PACK_SECTIONS.filter((section) => (outcome.comments[section] ?? '') !== comments[section]?.replaceAll('\r\n', '\n').trim())
      return {
        problems: [], version: outcome.version,
        notice: t('pack.comments.stale', { who: outcome.by ?? t('pack.platform'), when: formatMoment(outcome.at, actor.locale, actor.timeZone) }),
        theirs: Object.fromEntries(changed.map((section) => [section, outcome.comments[section] === undefined ? t('pack.comments.theirsEmpty') : t('pack.comments.theirs', { text: outcome.comments[section] })])),
      }
    }
    case 'gone':
      return { ...COMMENTS_NOT_SENT, notice: t('problem.gone') }
  }
}

/** Issues a draft. */
export async function issueAction(_before: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const t = await getTranslations('packs')
  const id = textIn(form, 'id')
  const replaces = textIn(form, 'replaces')
  const outcome = await issuePack(actor, { id, version: Number(textIn(form, 'version')), edition: Number(textIn(form, 'edition')), reason: form.has('reason') ? textIn(form, 'reason') : null })
  const notice = (text: string): FormState => ({ ...NOTHING_WRONG, notice: text })
  switch (outcome.kind) {
    case 'issued':
      await setFlash({ text: t('pack.issue.done', { number: outcome.number }) })
      revalidatePath(LIST)
      return redirect(`${LIST}/${id}`)
    case 'invalid':
      return { notice: null, problems: [{ field: 'reason', message: outcome.reason === 'required' ? t('pack.issue.reasonRequired', { number: replaces }) : outcome.reason === 'too_long' ? t('pack.issue.reasonTooLong') : t('pack.comments.notText') }] }
    case 'stale':
      return notice(t('pack.issue.stale'))
    case 'figures_moved':
      return notice(t('pack.issue.figuresMoved'))
    case 'not_over':
      return notice(t('pack.issue.notOver', { end: outcome.end === '' ? '' : formatDayPlain(day(outcome.end), actor.locale) }))
    case 'already_replaced':
      return notice(t('pack.issue.alreadyReplaced', { number: outcome.number }))
    case 'gone':
      return notice(t('problem.gone'))
  }
}
