// A real mail server on a port of its own, which answers as a test tells it to.
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly url: string
  /** What it took, as it came: headers, an empty line, the body. */
  readonly taken: string[]
  readonly recipients: string[]
  /** The next answers to a recipient or to the letter: a code, or `slow`; taken from the front, then everything passes. */
  readonly answers: { readonly rcpt: number[]; readonly letter: (number | 'slow')[] }
  readonly close: () => Promise<void>
}

const refusal = (responseCode: number): Error & { responseCode: number } => Object.assign(new Error(responseCode >= 500 ? 'No such user here' : 'Try again later'), { responseCode })

export async function mailServer(): Promise<MailServer> {
  const taken: string[] = []
  const recipients: string[] = []
  const answers: MailServer['answers'] = { rcpt: [], letter: [] }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo({ address }, _session, answer) {
      const code = answers.rcpt.shift()
      if (code !== undefined) return answer(refusal(code))
      recipients.push(address)
      answer()
    },
    onData(stream, _session, answer) {
      void text(stream).then((letter) => {
        const code = answers.letter.shift()
        if (code === 'slow') {
          taken.push(letter)
          return
        }
        if (code !== undefined) return answer(refusal(code))
        taken.push(letter)
        answer()
      })
    },
  })
  // A client that gives up on a slow answer closes its end.
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    taken,
    recipients,
    answers,
    close: () => new Promise((done) => server.close(done)),
  }
}
