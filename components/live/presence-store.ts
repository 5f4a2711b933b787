/** Who else is on the file on screen: told by the one connection of the page, shown wherever its head stands. */
let people: readonly string[] = []
const watching = new Set<() => void>()

export function setPeople(names: readonly string[]): void {
  if (names.length === people.length && names.every((name, index) => name === people[index])) return
  people = names
  for (const tell of watching) tell()
}

export function watchPeople(tell: () => void): () => void {
  watching.add(tell)
  return () => void watching.delete(tell)
}

export function peopleNow(): readonly string[] {
  return people
}

const NOBODY: readonly string[] = []
/** On the server nobody is heard. */
export const peopleOnServer = (): readonly string[] => NOBODY
