'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks again, every so often, for what the page shows; rendered only while something is under way. */
export function KeepFresh({ every }: { readonly every: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, every)
    return () => clearInterval(timer)
  }, [router, every])
  return null
}
