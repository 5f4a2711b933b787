// `npm start` as a newcomer lives it: from nothing, again after a kill, over again with reset-demo.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, chmodSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { demoEmail, demoPassword } from '@/lib/access/demo-accounts.ts'
import { freePort, isFree } from '@/lib/launch/ports.ts'
import { stopChild } from '@/lib/launch/processes.ts'
import { projectRoot } from '@/lib/launch/root.ts'

interface Launch {
  child: ChildProcess
  output: () => string
  ready: Promise<boolean>
}

function environment(folder: string, port: number): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, NEXTAUTH_SECRET: _secret, ...rest } = process.env
  return { ...rest, REBOND_DATA_FOLDER: folder, PORT: String(port) }
}

function npmStart(folder: string, port: number): Launch {
  const child = spawn('npm', ['start'], { cwd: projectRoot, env: environment(folder, port), stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const ready = new Promise<boolean>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        text += String(chunk)
        if (text.includes('Ctrl-C stops it.')) resolve(true)
      })
    }
    child.once('exit', () => resolve(false))
  })
  return { child, output: () => text, ready }
}

function npmRun(folder: string, port: number, ...words: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...words], { cwd: projectRoot, env: environment(folder, port), encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

async function until(condition: () => Promise<boolean>, seconds = 20): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000
  while (performance.now() < deadline) {
    if (await condition()) return true
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return false
}

test('npm start makes a demo, keeps it through a kill, and reset-demo makes it anew', async ({ page }) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(path.join(tmpdir(), 'rebond-start-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const address = `http://localhost:${port}`
  let launch = npmStart(folder, port)
  try {
    expect(await launch.ready, launch.output()).toBe(true)
    for (const name of ['conseillere', 'referent', 'responsable', 'comite', 'admin', 'admin2', 'direction'] as const) expect(launch.output()).toContain(demoEmail(name))
    expect(launch.output()).toContain(demoPassword)
    expect((await fetch(`${address}/api/health`)).status).toBe(200)

    await test.step('a stranger is led to the sign-in', async () => {
      await page.goto(address)
      await expect(page.locator('input[type=password]')).toBeVisible()
    })

    await test.step('a second launcher says where the first one is', () => {
      const second = spawnSync('npm', ['start'], { cwd: projectRoot, env: environment(folder, port), encoding: 'utf8' })
      expect(second.status).not.toBe(0)
      expect(second.stdout + second.stderr).toContain(`already running at ${address}`)
    })

    await test.step('a killed launcher leaves nothing on the port, and its data stay', async () => {
      expect(npmRun(folder, port, 'demo-day', '--', '2027-03-01').status).toBe(0)
      process.kill(Number(readFileSync(path.join(folder, 'launcher'), 'utf8').split(' ')[0]), 'SIGKILL')
      expect(await until(() => isFree(port))).toBe(true)
      launch = npmStart(folder, port)
      expect(await launch.ready, launch.output()).toBe(true)
      expect(launch.output()).toContain('as you left it')
    })

    await test.step('reset-demo works under a running application', async () => {
      const reset = npmRun(folder, port, 'reset-demo')
      expect(reset.status, reset.text).toBe(0)
      expect(await until(async () => (await fetch(`${address}/api/health`)).status === 200)).toBe(true)
      await page.goto(address)
      await expect(page.locator('input[type=password]')).toBeVisible()
    })

    await test.step('it stops when asked, and takes everything with it', async () => {
      await stopChild(launch.child, 30)
      expect(await until(() => isFree(port))).toBe(true)
      expect(await until(async () => spawnSync('pgrep', ['-f', path.join(folder, 'postgres')]).status !== 0)).toBe(true)
    })
  } finally {
    await stopChild(launch.child)
    await until(async () => spawnSync('pgrep', ['-f', path.join(folder, 'postgres')]).status !== 0)
    rmSync(folder, { recursive: true, force: true })
  }
})
