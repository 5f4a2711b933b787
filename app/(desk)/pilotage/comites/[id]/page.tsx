import '@/components/committees/committees.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CommitteeScreen } from '@/components/committees/committee-screen.tsx'
import { committeeWords } from '@/components/committees/committee-words.ts'
import { readGesture } from '@/components/committees/gesture.ts'
import { GestureDrawer } from '@/components/committees/gesture-drawer.tsx'
import { gestureForm } from '@/components/committees/gesture-form.ts'
import { ForbiddenScreen } from '@/components/shell/states.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { RoleNote } from '@/components/ui/notices.tsx'
import { can } from '@/lib/access/can.ts'
import { requireActor } from '@/lib/access/session.ts'
import { committeeView } from '@/lib/steering/committees/queries.ts'
import { gestureAction } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('committees'))('metaTitle') }
}

interface CommitteePageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CommitteePage({ params, searchParams }: CommitteePageProps) {
  const actor = await requireActor()
  if (actor.role === 'committee' || !can(actor, 'committee.read')) return <ForbiddenScreen />
  const [{ id }, { geste, sur }] = await Promise.all([params, searchParams])
  const view = (await committeeView(actor, id)) ?? notFound()
  const t = await getTranslations('committees')
  const gesture = view.mayKeep ? readGesture(geste) : null
  const form = gesture === null ? null : gestureForm(view, gesture, typeof sur === 'string' ? sur : undefined, committeeWords(t, actor.locale))
  const role = actor.role === 'manager' || actor.role === 'operator_admin' ? actor.role : 'platform_admin'
  const drawer = form === null ? null : <GestureDrawer key={`${form.gesture} ${String(sur)}`} form={form} closeHref={`/pilotage/comites/${id}`} action={gestureAction} />
  return (
    <DrawerLayout drawer={drawer}>
      <CommitteeScreen view={view} root="/pilotage/comites" packs="/pilotage/lots" />
      <footer className="screen-foot"><RoleNote>{t(`role.${role}`)}</RoleNote></footer>
    </DrawerLayout>
  )
}
