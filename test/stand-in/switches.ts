import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * 'test': Chromium is headless and opens a port on which Playwright attaches.
 * 'preview': Chromium shows a window for a person, and nothing listens anywhere.
 */
export type Mode = 'test' | 'preview'

export interface Switches {
  readonly mode: Mode
  /** The folder that holds the application's package.json. */
  readonly appPath: string
  readonly mainFile: string
  /** Every `--name` or `--name=value` of the command line. */
  readonly named: ReadonlyMap<string, string>
  /** The arguments as the application sees them in process.argv from index 1. */
  readonly rest: readonly string[]
}

const namedSwitch = (argument: string): readonly [string, string] => {
  const [name = '', ...value] = argument.slice(2).split('=')
  return [name, value.join('=')]
}

const findAppFolder = (start: string): string => {
  const parent = dirname(start)
  return existsSync(join(start, 'package.json')) || parent === start ? start : findAppFolder(parent)
}

const locateApp = (given: string): Pick<Switches, 'appPath' | 'mainFile'> => {
  const path = resolve(given)
  if (!statSync(path).isDirectory()) return { appPath: findAppFolder(dirname(path)), mainFile: path }
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { main?: string }
  return { appPath: path, mainFile: join(path, manifest.main ?? 'index.js') }
}

/** Reads the command line of an Electron executable (without the executable itself). */
export const readSwitches = (argv: readonly string[]): Switches => {
  const named = new Map(argv.filter((argument) => argument.startsWith('--')).map(namedSwitch))
  const app = argv.find((argument) => !argument.startsWith('-')) ?? '.'
  const mode = named.has('remote-debugging-port') ? 'test' : 'preview'
  return { mode, ...locateApp(app), named, rest: argv }
}

export const switches: Switches = readSwitches(process.argv.slice(2))
