/** As much of smtp-server as the tests use: it comes without types. */
declare module 'smtp-server' {
  import type { AddressInfo } from 'node:net'
  import type { Readable } from 'node:stream'

  interface Refusal extends Error {
    responseCode?: number
  }
  type Answer = (error?: Refusal | null) => void

  export class SMTPServer {
    constructor(options: {
      readonly authOptional?: boolean
      readonly disabledCommands?: readonly string[]
      readonly logger?: boolean
      readonly onRcptTo?: (address: { readonly address: string }, session: unknown, answer: Answer) => void
      readonly onData?: (stream: Readable, session: unknown, answer: Answer) => void
    })
    readonly server: { readonly address: () => AddressInfo }
    listen(port: number, host: string, ready: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
    close(done: () => void): void
  }
}
