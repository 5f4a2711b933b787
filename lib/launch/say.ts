/** One line to the person who typed the command; standard error, so that standard output stays a command's own. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`)
}

/** Ends the command with one plain message, no stack: for what the person can mend. */
export function giveUp(message: string, code = 1): never {
  say(message)
  process.exit(code)
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
