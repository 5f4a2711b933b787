import '@/components/basin/basin.css'
import '@/components/handover/handover.css'
import '@/components/team/team.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AnswerDrawer } from '@/components/handover/answer-drawer.tsx'
import { ProposeDrawer } from '@/components/handover/propose-drawer.tsx'
import { TransferTable, type TransferLine } from '@/components/handover/transfer-tables.tsx'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { TextField } from '@/components/ui/text-fields.tsx'
import type { Actor } from '@/lib/access/actor.ts'
import { requireActor } from '@/lib/access/session.ts'
import { wording } from '@/lib/accord/wording/index.ts'
import { receiversOf } from '@/lib/cases/handover/propose-transfer.ts'
import { TRANSFER_PARTS, USUAL_PARTS } from '@/lib/cases/handover/transfer-content.ts'
import { transfers, type ReceivedTransfer, type TransferView } from '@/lib/cases/handover/transfer-queries.ts'
import { fileView } from '@/lib/cases/queries/file-view.ts'
import { candidates, openingBasins } from '@/lib/cases/queries/team.ts'
import { formatDayPlain } from '@/lib/wording/format/index.ts'
import { formatMoment } from '@/lib/wording/format/moment.ts'
import { acceptOffer, declineOffer, offerFile, takeBack } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transfers'))('metaTitle') }
}

type Search = Record<string, string | string[] | undefined>

async function wordsOf(actor: Actor) {
  const [t, locale] = await Promise.all([getTranslations('transfers'), getLocale()])
  const law = wording(locale)
  const term = (view: TransferView) => (view.cspTerm === null ? t('noTerm') : formatDayPlain(view.cspTerm, locale))
  const line = (view: TransferView, who: string, href: string | null, operator: string): TransferLine => ({
    id: view.id, state: view.state, outdated: view.outdated, who, href, stage: law.stage(view.stage), term: term(view), basin: view.basin.name, operator,
    proposedIso: view.proposedAt.toISOString(), proposed: formatMoment(view.proposedAt, locale, actor.timeZone),
    settled: view.settledAt === null ? null : t('settled', { who: view.settledBy ?? operator, when: formatMoment(view.settledAt, locale, actor.timeZone) }),
    answer: view.answer,
  })
  return { t, locale, law, term, line }
}

const fileHref = (reference: string) => `/dossiers/${encodeURIComponent(reference)}`

export default async function TransfersPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await requireActor()
  const view = await transfers(actor)
  if (view === null) return <ForbiddenScreen />
  const [{ t, line }, search] = await Promise.all([wordsOf(actor), searchParams])
  const waiting = view.received.filter(({ state }) => state === 'proposed')
  const answering = waiting.find(({ id }) => id === search['reponse']) ?? null
  const asked = typeof search['dossier'] === 'string' && search['dossier'].trim() !== '' ? search['dossier'].trim().toUpperCase() : null
  const receivers = asked === null ? null : await receiversOf(actor, asked)
  const file = asked === null ? null : await fileView(actor, asked)
  const offers = file !== null && (receivers !== null || file.transfers.wentTo !== null || file.may.assign)
  return (
    <DrawerLayout
      drawer={answering !== null ? <Answer actor={actor} transfer={answering} /> : file !== null && offers ? (
        <ProposeDrawer
          key={file.reference}
          file={{ reference: file.reference, personName: `${file.person.firstName} ${file.person.lastName}`, basin: file.basin.name, closed: receivers === null }}
          receivers={receivers ?? []} offeredTo={file.transfers.offeredTo} action={offerFile}
          parts={TRANSFER_PARTS.map((part) => ({ part, usual: USUAL_PARTS.includes(part) }))}
        />
      ) : null}
    >
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted"><b>{t('now', { count: waiting.length })}</b></p>
        </div>
      </div>
      <div className="basin-stack">
        <Card id="received" title={t('received.title')} aside={<span className="est">{t('received.note')}</span>}>
          <TransferTable side="received" lines={view.received.map((each) => line(each, each.initials, each.reference === null ? null : fileHref(each.reference), each.from))} />
        </Card>
        <Card id="sent" title={t('sent.title')} aside={<span className="est">{t('sent.note')}</span>}>
          <TransferTable side="sent" withdraw={takeBack} lines={view.sent.map((each) => line(each, each.personName, fileHref(each.reference), each.to))} />
        </Card>
        <Card id="offer" title={t('find.title')} aside={<span className="est">{t('find.note')}</span>}>
          <form action="/transferts" method="get" className="find-file">
            <TextField
              name="dossier" label={t('find.label')} hint={t('find.hint')} dir="ltr" autoComplete="off" maxLength={40} required
              defaultValue={asked !== null && !offers ? asked : ''} error={asked !== null && !offers ? t('find.none', { reference: asked }) : undefined}
            />
            <Button type="submit">{t('find.open')}</Button>
          </form>
        </Card>
      </div>
      <footer className="screen-foot"><RoleNote>{t('scope')}</RoleNote></footer>
    </DrawerLayout>
  )
}

async function Answer({ actor, transfer }: { actor: Actor; transfer: ReceivedTransfer }) {
  const { t, locale, law, term } = await wordsOf(actor)
  const basins = (await openingBasins(actor)).toSorted((a, b) => Number(b.code === transfer.basin.code) - Number(a.code === transfer.basin.code))
  const places = await Promise.all(basins.map(async ({ code, name }) =>
    (await candidates(actor, code)).map((person) => ({ value: `${code} ${person.id}`, label: t('answer.place', { name: person.name, basin: name }) }))))
  return (
    <AnswerDrawer
      key={transfer.id} transferId={transfer.id} outdated={transfer.outdated} from={transfer.from} reason={transfer.reason}
      facts={[
        { name: t('column.who'), value: transfer.initials },
        { name: t('column.stage'), value: law.stage(transfer.stage) },
        { name: t('answer.start'), value: transfer.cspStart === null ? t('noTerm') : formatDayPlain(transfer.cspStart, locale) },
        { name: t('column.term'), value: term(transfer) },
        { name: t('answer.basin'), value: transfer.basin.name },
        { name: t('answer.along'), value: t('answer.alongValue', { count: transfer.facts, parts: transfer.parts.length === 0 ? t('answer.noParts') : transfer.parts.map((part) => t(`part.${part}`).toLocaleLowerCase(locale)).join(', ') }) },
      ]}
      places={places.flat()} accept={acceptOffer} decline={declineOffer}
    />
  )
}
