import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from './root.ts'

/** Loaded into every child: it stops when its parent is gone, a killed one included. */
const orphanGuard = new URL('./orphan-guard.ts', import.meta.url).href

/**
 * Starts a Node program of the project as a child that never outlives this process.
 * @param program path from the project's top, with its arguments
 */
export function startNode(program: string[], environment: NodeJS.ProcessEnv, output: SpawnOptions['stdio'] = 'inherit'): ChildProcess {
  const [input, out, error] = Array.isArray(output) ? output : [output, output, output]
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', orphanGuard, ...program], {
    cwd: projectRoot,
    env: environment,
    stdio: [input === 'inherit' ? 'ignore' : input, out, error, 'ipc'],
  })
}

/** @returns the exit code; 1 when a signal ended it */
export async function ended(child: ChildProcess): Promise<number> {
  if (child.exitCode !== null) return child.exitCode
  if (child.signalCode !== null) return 1
  return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

/** Asks a child to stop, and insists after a while. */
export async function stopChild(child: ChildProcess, patienceSeconds = 10): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceSeconds * 1000)
  await ended(child)
  clearTimeout(insist)
}

/** Calls `work` once, on the first request to stop: a signal, or the parent's end. */
export function onStop(work: () => void): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    work()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once)
  process.on('disconnect', once)
  process.channel?.unref()
}

/**
 * Waits until the application answers its health check.
 * @returns false when the child ended first or the time ran out
 */
export async function healthy(baseUrl: string, child: ChildProcess, patienceSeconds = 60): Promise<boolean> {
  const deadline = performance.now() + patienceSeconds * 1000
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    try {
      const response = await fetch(`${baseUrl}/api/health`, { signal: AbortSignal.timeout(5000) })
      if (response.status === 200) return true
    } catch {
      // Not listening yet.
    }
    await pause(100)
  }
  return false
}
