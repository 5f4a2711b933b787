'use client'

import { ErrorScreen } from '@/components/shell/error-screen.tsx'

export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <ErrorScreen id={error.digest} retry={reset} />
}
