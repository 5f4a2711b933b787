'use client'

import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/icon.tsx'
import { peopleNow, peopleOnServer, watchPeople } from './presence-store.ts'

/** « Camille Roux est aussi sur ce dossier. » Its place is kept, so that nothing moves when they come. */
export function WhoElse() {
  const t = useTranslations('live')
  const people = useSyncExternalStore(watchPeople, peopleNow, peopleOnServer)
  const [first, second] = people
  return (
    <span className="who-else" role="status">
      {first !== undefined && (
        <span title={people.join(', ')}>
          <Icon of={Eye} size={16} />
          {second === undefined ? t('one', { name: first }) : people.length === 2 ? t('two', { first, second }) : t('more', { first, count: people.length - 1 })}
        </span>
      )}
    </span>
  )
}
