import Image from 'next/image'

/** Rebond's mark: a fall that bounces higher each time. */
export function RebondMark() {
  return (
    <svg width="20" height="14" viewBox="0 0 20 14" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" aria-hidden="true">
      <path d="M1.5 12.5c.9-3.6 2.9-3.6 3.8 0 1.2-6 3.9-6 5.1 0C11.7 5.6 14 2.4 18 1.5" />
    </svg>
  )
}

function initialsOf(name: string, count: number): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word))
  const picked = words.length > count ? [words[0], words.at(-1)] : words
  return picked.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('fr') ?? '').join('').slice(0, count)
}

/** The place of an operator's logo: 28 pixels high, as wide as it is up to a point; its first letter while it has none. */
export function OperatorLogo({ name, image = null }: { readonly name: string; readonly image?: string | null }) {
  // As it is: 200 KB at most, and behind the operator's sign-in, where no optimiser could fetch it.
  if (image !== null) return <Image className="op-logo own" src={image} width={28} height={28} alt="" unoptimized />
  return <span className="op-logo" aria-hidden="true">{initialsOf(name, 1)}</span>
}

/** A person's initials, two letters. */
export function Avatar({ name }: { readonly name: string }) {
  return <span className="avatar" aria-hidden="true">{initialsOf(name, 2)}</span>
}
