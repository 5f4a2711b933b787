import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { clientAddress } from './client-address.ts'
import type { SessionClaim } from './live-account.ts'
import { SESSION_SECONDS } from './live-account.ts'
import { closeSession, signIn } from './sign-in.ts'

declare module 'next-auth' {
  interface Session {
    claim: SessionClaim | null
  }
  interface User {
    sessionVersion: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    claim?: SessionClaim
  }
}

/** The error that the sign-in page reads in the answer of signIn(), besides next-auth's own `CredentialsSignin`. */
export const TOO_MANY_ATTEMPTS = 'TooManyAttempts'

/**
 * Sessions are signed cookies (next-auth keeps none in the database for passwords); what they say is only who and since
 * when, and it is checked against the database at each request (session.ts).
 */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
  pages: { signIn: '/connexion', signOut: '/connexion', error: '/connexion' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(raw, request) {
        const outcome = await signIn(raw, clientAddress(request.headers?.['x-forwarded-for']))
        if (outcome.kind === 'too_many_attempts') throw new Error(TOO_MANY_ATTEMPTS)
        if (outcome.kind === 'refused') return null
        return { id: outcome.accountId, sessionVersion: outcome.sessionVersion }
      },
    }),
  ],
  callbacks: {
    jwt({ token, user }) {
      // `user` comes at sign-in only.
      if (user) token.claim = { accountId: user.id, sessionVersion: user.sessionVersion, openedAt: Math.floor(Date.now() / 1000) }
      return token
    },
    session({ session, token }) {
      session.claim = token.claim ?? null
      return session
    },
  },
  events: {
    async signOut({ token }) {
      if (token?.claim) await closeSession(token.claim)
    },
  },
}
