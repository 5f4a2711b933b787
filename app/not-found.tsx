import { NotFoundScreen } from '@/components/shell/states.tsx'

/** For what is outside every frame; it is part of each answer, so it asks for nothing. */
export default function NotFound() {
  return (
    <main className="main open" id="content">
      <NotFoundScreen />
    </main>
  )
}
