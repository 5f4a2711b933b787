// The browser of the tests: one already installed, else the one that comes with the packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage']

export interface BrowserLaunch {
  executablePath: string
  args: string[]
}

/**
 * Finds a Chromium that runs here.
 * @throws with the command that mends it when there is none
 */
export async function chromium(): Promise<BrowserLaunch> {
  const installed = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium']
  for (const executablePath of installed) if (executablePath && runs(executablePath)) return { executablePath, args: quiet }
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    if (runs(executablePath)) return { executablePath, args: quiet }
  }
  throw new Error(`No Chromium runs on this machine. ${process.platform === 'linux' ? 'Install one: sudo apt-get install -y chromium' : 'Install Google Chrome'}, or set CHROMIUM_PATH.`)
}

function runs(executablePath: string): boolean {
  return existsSync(executablePath) && spawnSync(executablePath, ['--version', '--no-sandbox'], { timeout: 30_000 }).status === 0
}
