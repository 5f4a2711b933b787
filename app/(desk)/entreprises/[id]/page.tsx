import '@/components/employer/employer.css'
import '@/components/worklist/screen.css'
import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { employerHref } from '@/components/employer/address.ts'
import { ChangeEmployerDrawer, EmployerContactDrawer } from '@/components/employer/employer-drawers.tsx'
import { EmployerScreen } from '@/components/employer/employer-screen.tsx'
import { DrawerLayout } from '@/components/ui/drawer.tsx'
import { requireActor } from '@/lib/access/session.ts'
import { employerPage } from '@/lib/cases/employers/employer-page.ts'
import { addContact, keepEmployer, keepPieces, mergeWith, withdrawContact } from '../actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('employers'))('metaTitle') }
}

export default async function EmployerRoute({ params, searchParams }: PageProps<'/entreprises/[id]'>) {
  const actor = await requireActor()
  const [{ id }, query] = await Promise.all([params, searchParams])
  const page = (await employerPage(actor, id)) ?? notFound()
  if (page.id !== id) redirect(employerHref(page.id))
  const drawer = !page.may.change ? null
    : query['modifier'] !== undefined ? <ChangeEmployerDrawer page={page} action={keepEmployer} />
    : query['contact'] !== undefined ? <EmployerContactDrawer page={page} action={addContact} />
    : null
  return (
    <DrawerLayout drawer={drawer}>
      <EmployerScreen page={page} receive={keepPieces} withdraw={withdrawContact} merge={mergeWith} wide={actor.role === 'manager' || actor.role === 'operator_admin'} />
    </DrawerLayout>
  )
}
