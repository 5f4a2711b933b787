import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inProject } from '@/lib/launch/root.ts'

export interface Source {
  /** From the project's top. */
  file: string
  text: string
}

export interface Import {
  from: string
  /** A file of the project, from its top; or the name of a package. */
  to: string
  package: boolean
  typeOnly: boolean
}

/** Every source file we write: what tools generate is left out. */
export function sources(pattern = '{app,components,lib,prisma}/**/*.{ts,tsx,mjs}'): Source[] {
  return globSync(pattern, { cwd: inProject() })
    .filter((file) => !file.startsWith('lib/database/generated'))
    .sort()
    .map((file) => ({ file, text: readFileSync(inProject(file), 'utf8') }))
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"()]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a file imports, resolved to the project's own folders where it stays inside. */
export function importsOf({ file, text }: Source): Import[] {
  return [...text.matchAll(statement)].map((match) => {
    const name = match[2] ?? match[3] ?? match[4] ?? ''
    const inside = name.startsWith('@/') ? name.slice(2) : name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : undefined
    return { from: file, to: inside ?? name, package: inside === undefined, typeOnly: match[1] !== undefined }
  })
}

/** The room a file stands in: `app`, `components`, `lib/<room>`, or the file itself at the top of lib. */
export function roomOf(file: string): string {
  const parts = file.split('/')
  return parts[0] === 'lib' ? parts.slice(0, 2).join('/') : (parts[0] ?? file)
}
