// Before the browser tests: a Postgres, a template database with the demo in it, a current build.
// What the workers need travels in environment variables, the only way Playwright has.
import { seedDemo } from '@/lib/launch/demo-database.ts'
import { ensureBuild } from '@/lib/launch/web-build.ts'
import { startTestServer } from './test-server.ts'

export default async function setup(): Promise<() => Promise<void>> {
  const say = (line: string) => console.log(line)
  const [server] = await Promise.all([startTestServer((ownerUrl) => seedDemo(ownerUrl, say)), ensureBuild(say)])
  process.env.REBOND_TEST_ADMIN_URL = server.adminUrl
  process.env.REBOND_TEST_TEMPLATE = server.template
  process.env.REBOND_TEST_APPLICATION_PASSWORD = server.applicationPassword
  process.env.REBOND_TEST_STEERING_PASSWORD = server.steeringPassword
  return server.stop
}
