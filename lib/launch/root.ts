import path from 'node:path'

/** The project's top folder, absolute. */
export const projectRoot = path.join(import.meta.dirname, '../..')

/** Where the demo keeps its database and its secret; outside version control. */
export const dataFolder = path.resolve(projectRoot, process.env.REBOND_DATA_FOLDER ?? '.data')

/** A path inside the project, absolute. */
export function inProject(...parts: string[]): string {
  return path.join(projectRoot, ...parts)
}
