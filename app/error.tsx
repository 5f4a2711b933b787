'use client'

import { ErrorScreen } from '@/components/shell/error-screen.tsx'

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="main open" id="content">
      <ErrorScreen id={error.digest} retry={reset} />
    </main>
  )
}
