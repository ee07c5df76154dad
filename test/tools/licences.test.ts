import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Licences under which a part may ship inside an MIT program without changing the program's own terms. */
const compatible = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'OFL-1.1', 'CC0-1.0', 'Unlicense'])

type LockedPackage = { readonly dev?: boolean; readonly devOptional?: boolean; readonly optional?: boolean; readonly version?: string }

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockedPackage> }

/** Everything that is bundled or installed beside the program: not tools, not the pinned Node that runs the scripts. */
const shipped = Object.entries(lock.packages)
  .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.optional)
  .map(([path]) => path)

const licenceOf = (path: string): string => {
  const file = join(root, path, 'package.json')
  if (!existsSync(file)) return `not installed: ${path}`
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type: string } }
  return typeof license === 'string' ? license : (license?.type ?? 'none')
}

const isCompatible = (licence: string): boolean =>
  licence.replace(/[()]/g, '').split(/ OR /).some((choice) => choice.split(/ AND /).every((part) => compatible.has(part.trim())))

describe('what ships', () => {
  it('is licensed compatibly with MIT, part by part', () => {
    const refused = shipped.map((path) => [path, licenceOf(path)] as const).filter(([, licence]) => !isCompatible(licence))
    expect(shipped.length).toBeGreaterThan(15)
    expect(refused).toEqual([])
  })

  it('is pinned to exact versions', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const versions = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(versions.filter(([, version]) => !/^(npm:.*@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
