// The browser of the tests: the one that comes with the packages, else one already installed.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

export interface BrowserLaunch {
  executablePath: string
  args: string[]
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']

/**
 * Finds a Chromium that runs here: the one named, else the shell without windows that comes with the packages, which does
 * the same with a third less of the processor (decision 285), else one already installed.
 * @throws with the command that mends it when there is none
 */
export async function chromium(): Promise<BrowserLaunch> {
  const named = process.env.CHROMIUM_PATH
  const places = [async () => named, packagedShell, ...INSTALLED.map((place) => async () => place)]
  for (const place of places) {
    const executablePath = await place()
    if (executablePath !== undefined && runs(executablePath)) return { executablePath, args: quiet }
  }
  throw new Error(`No Chromium runs on this machine. ${process.platform === 'linux' ? 'Install one: sudo apt-get install -y chromium' : 'Install Google Chrome'}, or set CHROMIUM_PATH.`)
}

/** Where the packaged browser is, unpacked if it was not; `undefined` where it is made for another machine or cannot be unpacked. */
async function packagedShell(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { default: packaged } = await import('@sparticuz/chromium')
  return await packaged.executablePath().catch(() => undefined)
}

function runs(executablePath: string): boolean {
  return existsSync(executablePath) && spawnSync(executablePath, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}
