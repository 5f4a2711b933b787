import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DisplayForm } from '@/components/account/display-form.tsx'
import { KeysForm } from '@/components/account/keys-form.tsx'
import { PasswordForm } from '@/components/account/password-form.tsx'
import { DigestForm } from '@/components/notices-of-day/choice-form.tsx'
import { Card } from '@/components/ui/card.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import type { Role } from '@/lib/access/actor.ts'
import { ownGuidance } from '@/lib/access/guidance.ts'
import { ownBasinNames } from '@/lib/access/own-basins.ts'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@/lib/access/password.ts'
import { requireActor } from '@/lib/access/session.ts'
import { DIGEST_TOPICS } from '@/lib/notify/digest-content.ts'
import { subscriptionOf } from '@/lib/agenda/subscription.ts'
import { digestChoice } from '@/lib/notify/digests.ts'
import { saveDigestChoice } from '../notifications/actions.ts'
import { changeOwnPassword, saveDisplay, saveKeys } from './actions.ts'
import { OwnAbsencesCard } from './own-absences-card.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

/** Who is told of what drifts. */
const STEERS: readonly Role[] = ['manager', 'operator_admin']

export default async function AccountPage() {
  const actor = await requireActor()
  const t = await getTranslations('account')
  const roles = await getTranslations('common.role')
  const keys = await getTranslations('help.keys')
  const digest = await getTranslations('digest.choice')
  const [told, subscription] = await Promise.all([digestChoice(actor), subscriptionOf(actor)])
  const [basins, { singleKeys }] = await Promise.all([ownBasinNames(actor), ownGuidance(actor)])
  return (
    <div className="account-page">
      <div>
        <h1>{t('title')}</h1>
        <p className="muted">{t('lead')}</p>
      </div>
      <Card id="identity" title={t('identity.title')}>
        <dl className="facts-list">
          <div><dt>{t('identity.name')}</dt><dd dir="auto">{actor.displayName}</dd></div>
          <div><dt>{t('identity.email')}</dt><dd>{actor.email}</dd></div>
          <div><dt>{t('identity.role')}</dt><dd>{roles(actor.role)}</dd></div>
          {actor.operatorName !== null && <div><dt>{t('identity.operator')}</dt><dd>{actor.operatorName}</dd></div>}
          {actor.operatorName !== null && (
            <div><dt>{t('identity.basins')}</dt><dd>{basins.length === 0 ? t('identity.none') : basins.join(', ')}</dd></div>
          )}
        </dl>
        <p className="hint">{t('identity.change')}</p>
      </Card>
      <OwnAbsencesCard actor={actor} />
      <Card id="display" title={t('display.title')}>
        <DisplayForm locale={actor.locale} theme={actor.theme} save={saveDisplay} />
      </Card>
      <Card id="keys" title={keys('settingTitle')}>
        <KeysForm singleKeys={singleKeys} save={saveKeys} />
      </Card>
      {told !== null && (
        <Card id="digest" title={digest('title')} aside={<span className="est">{digest('lead')}</span>}>
          <DigestForm {...told} all={DIGEST_TOPICS.filter((topic) => topic !== 'drifts' || STEERS.includes(actor.role))} save={saveDigestChoice} />
        </Card>
      )}
      <Card id="password" title={t('password.title')} aside={<span className="est">{t('password.lead')}</span>}>
        <PasswordForm email={actor.email} agendaAddress={subscription !== null} min={PASSWORD_MIN_LENGTH} max={PASSWORD_MAX_LENGTH} change={changeOwnPassword} />
      </Card>
      <RoleNote>{t('roleNote')}</RoleNote>
    </div>
  )
}
