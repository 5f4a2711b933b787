import path from 'node:path'

/** The project's top folder, absolute. */
export const projectRoot = path.join(import.meta.dirname, '../..')

/** Where the demo keeps its database, its secret and its logs; outside version control. */
export const dataFolder = path.join(projectRoot, '.data')

/** A path inside the project, absolute. */
export function inProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts)
}
