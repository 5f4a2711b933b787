#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`, a binary fetched from a host that a closed network
// does not reach. It speaks the same command line and JSON-RPC, and runs the same engine from
// @prisma/schema-engine-wasm over @prisma/adapter-pg. prisma.config.ts points Prisma here.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import readline from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const require = createRequire(import.meta.url)
const words = process.argv.slice(2)
const datasource = JSON.parse(option('--datasource') ?? '{}')

if (words.includes('--version')) {
  console.log(`schema-engine-cli ${require('@prisma/engines-version').enginesVersion}`)
} else if (words.includes('cli')) {
  await answerCommand(words[words.indexOf('cli') + 1])
} else {
  serveRequests()
}

function option(name) {
  const at = words.indexOf(name)
  return at < 0 ? undefined : words[at + 1]
}

function options(name) {
  return words.flatMap((word, at) => (word === name ? [words[at + 1]] : []))
}

/** `schema-engine cli <command>`: what Prisma asks before it opens a dialogue. */
async function answerCommand(command) {
  try {
    if (command === 'can-connect-to-database') await connected(withoutSearch(datasource.url), () => undefined)
    else if (command === 'create-database') await createDatabase(datasource.url)
    else if (command === 'drop-database') await onServer(datasource.url, (client, name) => client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`))
  } catch (error) {
    const message = error.message || String(error.errors?.[0]?.message ?? error)
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields: { message, error_code: prismaCode(error), is_panic: false } })}\n`)
    process.exitCode = 1
  }
}

/** Prisma's code for a connection that failed. */
function prismaCode(error) {
  const codes = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1010', ECONNREFUSED: 'P1001', ENOTFOUND: 'P1001', ETIMEDOUT: 'P1002' }
  return codes[error?.code ?? error?.errors?.[0]?.code] ?? 'P1001'
}

function withoutSearch(address) {
  const url = new URL(address)
  url.search = ''
  return url.href
}

async function connected(url, work) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs `work` on the server's own database, with the name of the database the address means. */
async function onServer(address, work) {
  const url = new URL(withoutSearch(address))
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  return await connected(url.href, (client) => work(client, name))
}

async function createDatabase(address) {
  return await onServer(address, async (client, name) => {
    await client.query(`create database ${client.escapeIdentifier(name)}`)
    return name
  })
}

/** Connections opened for the request being answered: the engine's advisory lock lives until they close. */
const open = new Set()

async function closeConnections() {
  await Promise.allSettled([...open].map((connection) => connection.dispose()))
  open.clear()
}

function keep(connection) {
  const dispose = connection.dispose.bind(connection)
  let closing
  connection.dispose = () => (closing ??= dispose())
  open.add(connection)
  return mend(connection)
}

const mended = new WeakSet()

/** Two things the native engine can do and the adapter cannot. */
function mend(connection) {
  const own = Object.getPrototypeOf(connection)
  // The adapter splits a script at every semicolon, function bodies included: send it whole.
  own.executeScript = async function executeScript(script) {
    try {
      await this.client.query(script)
    } catch (error) {
      this.onError(error)
    }
  }
  const queryable = Object.getPrototypeOf(own)
  if (mended.has(queryable)) return connection
  mended.add(queryable)
  // The catalogue's own "char" type (OID 18) is unknown to the adapter: read it as text (OID 25).
  const { performIO, queryRaw } = queryable
  const characterColumns = new WeakMap()
  queryable.performIO = async function readCharacters(query) {
    const result = await performIO.call(this, query)
    const columns = (result.fields ?? []).flatMap((field, at) => (field.dataTypeID === 18 ? [at] : []))
    for (const at of columns) result.fields[at].dataTypeID = 25
    if (columns.length > 0) characterColumns.set(query, columns)
    return result
  }
  queryable.queryRaw = async function nameCharacters(query) {
    const result = await queryRaw.call(this, query)
    for (const at of characterColumns.get(query) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character
    return result
  }
  return connection
}

function adapterFactory() {
  const schema = new URL(datasource.url).searchParams.get('schema') ?? undefined
  const factory = new PrismaPg({ connectionString: datasource.url, max: 2 }, schema ? { schema } : undefined)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => keep(await connect())
  factory.connectToShadowDb = async () => keep(await connectToShadow())
  return bindMigrationAwareSqlAdapterFactory(factory)
}

/** The adapter's own shadow connection would replay the migrations on the main database. */
async function connectToShadow() {
  if (datasource.shadowDatabaseUrl) return await new PrismaPg({ connectionString: datasource.shadowDatabaseUrl, max: 2 }).connect()
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await onServer(datasource.url, (client) => client.query(`create database ${client.escapeIdentifier(name)} template template0`))
  const url = new URL(datasource.url)
  url.pathname = `/${name}`
  const connection = await new PrismaPg({ connectionString: url.href, max: 2 }).connect()
  const dispose = connection.dispose.bind(connection)
  connection.dispose = async () => {
    await dispose()
    await onServer(datasource.url, (client) => client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`))
  }
  return connection
}

let engineClass

async function loadEngine() {
  const entry = new URL(`file://${require.resolve('@prisma/schema-engine-wasm')}`)
  const glue = await import(new URL('./schema_engine_bg.js', entry).href)
  const { instance } = await WebAssembly.instantiate(readFileSync(new URL('./schema_engine_bg.wasm', entry)), { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

/** One engine per request: it forgets its shadow database once it has applied migrations. */
async function newEngine() {
  engineClass ??= await loadEngine()
  const datamodels = options('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
  return await engineClass.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => undefined, adapterFactory())
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

let printed = 1000

async function answer(method, params) {
  if (method === 'createDatabase') return { databaseName: await createDatabase(params.datasource.url ?? datasource.url) }
  const engine = await newEngine()
  if (method === 'getDatabaseVersion') return await engine.version(params)
  if (typeof engine[method] !== 'function') throw new Error(`method not found: ${method}`)
  // These two are given no shadow database, unless a diagnostic on the same engine has made one.
  if (method === 'evaluateDataLoss' || method === 'createMigration') await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  const result = await engine[method](params)
  if (method === 'diff' && result?.stdout) {
    send({ id: ++printed, method: 'print', params: { content: result.stdout } })
    await pause(20)
  }
  return result ?? null
}

function refusal(error) {
  const message = error.message ?? String(error)
  return /^P\d+/.test(error.code ?? '') ? { is_panic: false, message, meta: error.meta ?? {}, error_code: error.code } : { is_panic: false, message }
}

/** JSON-RPC, one request a line, answered one at a time; ends when the input has ended. */
function serveRequests() {
  let queue = Promise.resolve()
  const input = readline.createInterface({ input: process.stdin })
  input.on('line', (line) => {
    const request = line.trim() === '' ? {} : JSON.parse(line)
    if (!request.method) return
    queue = queue.then(async () => {
      let reply
      try {
        reply = { id: request.id, result: await answer(request.method, request.params) }
      } catch (error) {
        reply = { id: request.id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data: refusal(error) } }
      }
      // Before the reply: Prisma's next request may need the lock these hold.
      await closeConnections()
      send(reply)
    })
  })
  input.on('close', () => void queue.then(() => process.exit(0)))
}
