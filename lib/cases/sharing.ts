/** Sharing files out among colleagues; pure, so that a preview and the act say the same. */

export interface FileToShare {
  readonly id: string
  readonly basinId: string
}

export interface Colleague {
  readonly id: string
  /** Files they follow already. */
  readonly load: number
  readonly basinIds: readonly string[]
}

export interface Sharing {
  /** Colleague by file. */
  readonly given: ReadonlyMap<string, string>
  /** Files in whose basin none of the colleagues works: they stay where they are. */
  readonly left: readonly string[]
  /** Load of each colleague once done. */
  readonly loads: ReadonlyMap<string, number>
}

/**
 * Gives each file to the colleague of its basin who has the fewest, in the order given.
 * Files that fewest colleagues can take go first, so that a basin with a single colleague does not find
 * them full of what others could have taken.
 */
export function share(files: readonly FileToShare[], colleagues: readonly Colleague[]): Sharing {
  const loads = new Map(colleagues.map((colleague) => [colleague.id, colleague.load]))
  const takers = (file: FileToShare) => colleagues.filter((colleague) => colleague.basinIds.includes(file.basinId))
  const order = files
    .map((file, index) => ({ file, index, takers: takers(file) }))
    .sort((a, b) => a.takers.length - b.takers.length || a.index - b.index)
  const given = new Map<string, string>()
  const left: string[] = []
  for (const line of order) {
    let chosen: string | null = null
    for (const { id } of line.takers) if (chosen === null || loads.get(id)! < loads.get(chosen)!) chosen = id
    if (chosen === null) left.push(line.file.id)
    else {
      given.set(line.file.id, chosen)
      loads.set(chosen, loads.get(chosen)! + 1)
    }
  }
  return { given, left, loads }
}
