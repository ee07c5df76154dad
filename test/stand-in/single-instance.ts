import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SecondInstance {
  readonly argv: string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const takeLock = (file: string): boolean => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (isAlive(Number(readFileSync(file, 'utf8')))) return false
    rmSync(file, { force: true })
    return takeLock(file)
  }
}

const readMail = (folder: string, onSecond: (second: SecondInstance) => void): void => {
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const path = join(folder, name)
    const second = JSON.parse(readFileSync(path, 'utf8')) as SecondInstance
    rmSync(path, { force: true })
    onSecond(second)
  }
}

/**
 * True for the first process on a user data folder. A later one leaves what it was started with in a folder that the
 * first watches, and gets false. Files, because the answer must be there at once and no port may be opened.
 */
export const requestLock = (
  userData: string,
  additionalData: unknown,
  onSecond: (second: SecondInstance) => void,
): boolean => {
  const folder = join(userData, 'stand-in-second-instances')
  const lock = join(userData, 'stand-in.lock')
  mkdirSync(folder, { recursive: true })
  if (takeLock(lock)) {
    watch(folder, () => readMail(folder, onSecond)).unref()
    process.once('exit', () => rmSync(lock, { force: true }))
    return true
  }
  const mail: SecondInstance = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
  const draft = join(folder, `${process.pid}.draft`)
  writeFileSync(draft, JSON.stringify(mail))
  // Renamed, so that whoever watches never reads half of it.
  renameSync(draft, join(folder, `${process.pid}.json`))
  return false
}
