// What the operating system tells the program, read and checked once, before anything starts.
import { z } from 'zod'

const databaseAddress = z.url({ protocol: /^postgres(ql)?$/, error: 'an address such as postgresql://user:password@host:5432/rebond' })
const flag = z.enum(['0', '1'], { error: '1 or 0' }).transform((value) => value === '1')

const bounceSecretSchema = z.string().regex(/^[\x21-\x7E]{32,}$/u, 'at least 32 characters, none of them a space')

const storageShape = {
  /** Where attachments, issued documents and exports are kept, when on the disk. Every process of an installation sees the same folder. */
  REBOND_STORAGE_FOLDER: z.string().default('.data/storage'),
  /** With these, in a bucket instead: any server that speaks the protocol of S3, addressed by path. */
  REBOND_S3_ENDPOINT: z.url({ protocol: /^https?$/, error: 'an address such as https://s3.example.org' }).optional(),
  REBOND_S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u, 'the name of a bucket').optional(),
  REBOND_S3_REGION: z.string().regex(/^[a-z0-9-]{1,40}$/u, 'the name of a region, such as eu-west-3').default('us-east-1'),
  REBOND_S3_ACCESS_KEY_ID: z.string().optional(),
  REBOND_S3_SECRET_ACCESS_KEY: z.string().optional(),
}
const S3_SETTINGS = ['REBOND_S3_ENDPOINT', 'REBOND_S3_BUCKET', 'REBOND_S3_ACCESS_KEY_ID', 'REBOND_S3_SECRET_ACCESS_KEY'] as const

/** A bucket is set whole, or not at all. */
function wholeBucket(values: Partial<Record<(typeof S3_SETTINGS)[number], string | undefined>>, context: z.core.$RefinementCtx): void {
  const missing = S3_SETTINGS.filter((name) => values[name] === undefined)
  if (missing.length === 0 || missing.length === S3_SETTINGS.length) return
  for (const name of missing) context.addIssue({ code: 'custom', path: [name], message: 'required with the other settings of the bucket' })
}

const storageSchema = z.object(storageShape).superRefine(wholeBucket)
export type StorageEnvironment = z.infer<typeof storageSchema>

const schema = z
  .object({
    PORT: z.coerce.number({ error: 'a port number' }).int().min(1).max(65535).default(3000),
    /** Owner of the tables: migrations and generated populations. */
    DATABASE_URL: databaseAddress.optional(),
    /** The application's role: web and worker. */
    APP_DATABASE_URL: databaseAddress.optional(),
    /** The role that counts over all operators: worker alone, and migration, which gives it its password. */
    STEERING_DATABASE_URL: databaseAddress.optional(),
    NEXTAUTH_SECRET: z.string().min(32, 'at least 32 characters').optional(),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: 'the public address, such as https://rebond.example.org' }).optional(),
    REBOND_DEMO: flag.default(false),
    /** Connections each process may hold. */
    DATABASE_POOL_SIZE: z.coerce.number({ error: 'a number of connections' }).int().min(1).max(1000).optional(),
    ...storageShape,
    /** Server that e-mails go through, `smtp://user:password@host:587` or `smtps://`; without one they are kept in the local outbox. */
    SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'an address such as smtp://user:password@host:587' }).optional(),
    /** Address that e-mails are sent from; answers go to the person who wrote. */
    MAIL_FROM: z.email('an address such as csp@example.org').optional(),
    /** What a mail server shows to hand over reports of non-delivery at /api/mail/bounce; without it, there is no such address. */
    MAIL_BOUNCE_SECRET: bounceSecretSchema.optional(),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).optional(),
  })
  .refine((values) => (values.DATABASE_URL ?? values.APP_DATABASE_URL) === undefined || values.NEXTAUTH_SECRET !== undefined, {
    path: ['NEXTAUTH_SECRET'],
    error: 'required with a database of your own; `openssl rand -base64 48` makes one',
  })
  .refine((values) => values.SMTP_URL === undefined || values.MAIL_FROM !== undefined, { path: ['MAIL_FROM'], error: 'required with SMTP_URL: the address e-mails are sent from' })
  .superRefine(wholeBucket)

export type Environment = z.infer<typeof schema>

export type EnvironmentReading = { kind: 'read'; environment: Environment } | { kind: 'refused'; problems: string[] }

/** Reads the variables Rebond knows; an empty one counts as absent. */
export function readEnvironment(variables: Record<string, string | undefined>): EnvironmentReading {
  const given = Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])))
  const reading = schema.safeParse(given)
  if (reading.success) return { kind: 'read', environment: reading.data }
  return { kind: 'refused', problems: reading.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) }
}

/** What the storage is told, for whoever needs it alone. Throws on what makes no sense: a command has read it all before. */
export function storageEnvironment(variables: Record<string, string | undefined> = process.env): StorageEnvironment {
  return storageSchema.parse(Object.fromEntries(Object.keys(storageShape).flatMap((name) => (variables[name] ? [[name, variables[name]]] : []))))
}

/** What a mail server must show to hand over reports of non-delivery; `null` where none is set, or none that can be kept to. */
export function bounceSecret(variables: Record<string, string | undefined> = process.env): string | null {
  return bounceSecretSchema.safeParse(variables['MAIL_BOUNCE_SECRET']).data ?? null
}

/** Reads the environment for a command, or ends it with every problem on a line of its own. */
export function environmentOrExit(): Environment {
  const reading = readEnvironment(process.env)
  if (reading.kind === 'read') return reading.environment
  for (const problem of reading.problems) process.stderr.write(`${problem}\n`)
  process.exit(2)
}
