import path from 'node:path'
import { defineConfig } from 'prisma/config'

// The schema engine of Prisma is a binary fetched from a host that closed networks do not reach.
// Ours runs the same engine compiled to WebAssembly, which comes with the npm packages.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'prisma/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Nothing listens on this default: `prisma generate` and `validate` need an address, not a server.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/rebond' },
})
