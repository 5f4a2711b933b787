import { environmentOrExit } from '../environment.ts'
import type { ApplicationSettings } from './application.ts'
import { applicationUrl, derivedPassword, steeringPassword, steeringUrl } from './roles.ts'
import { giveUp } from './say.ts'

/** What a production process starts from, read from the environment; ends the command where something is missing. */
export function productionSettings(): ApplicationSettings {
  const { APP_DATABASE_URL, DATABASE_URL, STEERING_DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, PORT, REBOND_DEMO } = environmentOrExit()
  const secret = NEXTAUTH_SECRET ?? giveUp('NEXTAUTH_SECRET is required: `openssl rand -base64 48` makes one.', 2)
  const derived = DATABASE_URL && applicationUrl(DATABASE_URL, derivedPassword(secret, 'application'))
  const appUrl = APP_DATABASE_URL ?? derived ?? giveUp('APP_DATABASE_URL or DATABASE_URL is required; npm start brings a database of its own.', 2)
  const countingUrl = STEERING_DATABASE_URL ?? (DATABASE_URL && steeringUrl(DATABASE_URL, steeringPassword(DATABASE_URL, secret)))
  return { appUrl, steeringUrl: countingUrl, secret, port: PORT, publicUrl: NEXTAUTH_URL ?? `http://localhost:${PORT}`, demo: REBOND_DEMO }
}
