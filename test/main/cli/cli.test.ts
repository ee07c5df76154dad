import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decodePlanFile } from '@core/formats/plan-file'
import { activeScenario } from '@core/plan/plan-document'
import { buildCli, type BuiltCli } from './built-cli'

const sample = fileURLToPath(new URL('../../../resources/sample-region.xlsx', import.meta.url))
const clean = 'Id;Name;Kind;Effort\na;Journal;Application;5\ns;srv1;Server;1\n'

let cli: BuiltCli
let folder = ''
const at = (name: string): string => path.join(folder, name)

beforeAll(async () => { cli = await buildCli() }, 120_000)
afterAll(() => cli.remove())
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wavewright-cli-'))
  await writeFile(at('clean.csv'), clean)
  return () => rm(folder, { recursive: true, force: true })
})

describe('wavewright check', { timeout: 180_000 }, () => {
  it('prints one JSON object with the measures and both lists, and nothing else on standard output', async () => {
    const { status, stdout, stderr } = await cli.run(['check', sample, '--json'])
    const answer = JSON.parse(stdout)
    expect(status).toBe(1)
    expect(stderr).toBe('')
    expect(Object.keys(answer)).toEqual([
      'items', 'dependencies', 'findings', 'moveGroups', 'largestMoveGroup', 'cycles', 'sharedServices', 'waves', 'lowerBoundWaves', 'provenOptimal',
      'violations', 'bridges', 'seconds', 'steps', 'findingList', 'violationList',
    ])
    expect(answer).toMatchObject({
      items: 150, dependencies: 267, findings: 0, moveGroups: 77, largestMoveGroup: 9, waves: 5, provenOptimal: null, steps: null,
      violations: { hard: 3 }, findingList: [],
    })
    expect(answer.violationList.filter((one: { severity: string }) => one.severity === 'hard').map((one: { type: string }) => one.type))
      .toEqual(['order', 'pin', 'freeze'])
  })

  it('ends with 0 where all is well, and with 1 where a finding is an error', async () => {
    await writeFile(at('twice.csv'), `${clean}a;Again;Server;1\n`)
    const well = await cli.run(['check', at('clean.csv')])
    const twice = await cli.run(['check', at('twice.csv')])
    expect([well.status, well.stdout, twice.status, twice.stdout]).toEqual([0, '', 1, ''])
    expect(twice.stderr).toContain('error: twice!A4: The id “a” was used before. This row is kept as “a#2”.')
  })

  it('speaks Norwegian where the system does', async () => {
    const { stderr } = await cli.run(['check', at('clean.csv')], { LANG: 'nb_NO.UTF-8' })
    expect(stderr).toContain('2 elementer, 0 avhengigheter')
    const { stderr: chosen } = await cli.run(['check', at('clean.csv')], { LANG: 'nb_NO.UTF-8', WAVEWRIGHT_LANG: 'en' })
    expect(chosen).toContain('2 items, 0 dependencies')
  })
})

describe('wavewright plan', { timeout: 180_000 }, () => {
  it('places every group of the sample without a hard violation, repeats itself, and can be undone', async () => {
    const args = ['--steps', '200', '--seed', '7', '--json']
    const first = await cli.run(['plan', sample, '-o', at('one.waveplan'), ...args])
    const second = await cli.run(['plan', sample, '-o', at('two.waveplan'), ...args])
    expect([first.status, second.status]).toEqual([0, 0])
    const one = await readFile(at('one.waveplan'), 'utf8')
    expect(await readFile(at('two.waveplan'), 'utf8')).toBe(one)
    const plan = decodePlanFile(one)
    expect(plan.ok && plan.value.history.done.map((step) => step.label.key)).toEqual(['steps.placeGroups'])
    expect(plan.ok && activeScenario(plan.value.document).groups.filter((group) => group.waveId === null)).toEqual([])
    expect(JSON.parse(first.stdout)).toMatchObject({ violations: { hard: 0 } })
    const check = await cli.run(['check', at('one.waveplan'), '--json'])
    expect(JSON.parse(check.stdout)).toMatchObject({ violations: { hard: 0 }, findings: 0 })
  })

  it('writes a workbook that reads back as the same plan', async () => {
    await cli.run(['plan', sample, '-o', at('plan.xlsx'), '--steps', '50'])
    const { stdout } = await cli.run(['check', at('plan.xlsx'), '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ items: 150, dependencies: 267, findings: 0, violations: { hard: 0 } })
  })
})

describe('wavewright export', { timeout: 180_000 }, () => {
  it('writes the whole, byte for byte the same every time, or one supplier’s part', async () => {
    await cli.run(['export', sample, '-o', at('one.xlsx')])
    await cli.run(['export', sample, '-o', at('two.xlsx')])
    expect(await readFile(at('one.xlsx'))).toEqual(await readFile(at('two.xlsx')))
    expect(await readFile(at('one.xlsx'))).toEqual(await readFile(sample))
    const { status } = await cli.run(['export', sample, '-o', at('part.xlsx'), '--supplier', 'Nettlaget AS'])
    const { stdout } = await cli.run(['check', at('part.xlsx'), '--json'])
    // Three of theirs, and one of others that they touch; the finding that it is a package, and that of efforts: no errors.
    expect([status, JSON.parse(stdout).items, JSON.parse(stdout).findings]).toEqual([0, 4, 2])
  })

  it('refuses a supplier that nobody knows, and says who there is', async () => {
    const { status, stderr } = await cli.run(['export', sample, '-o', at('part.xlsx'), '--supplier', 'Nobody'])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^No item has the supplier “Nobody”\. Suppliers: Bildeteknikk Norge AS, .*\n$/)
  })
})

describe('Bad input', { timeout: 180_000 }, () => {
  it('ends with 2, one line on standard error, and nothing written', async () => {
    await writeFile(at('notes.pdf'), '%PDF-1.7 hello')
    await writeFile(at('empty.csv'), '')
    await writeFile(at('headings.csv'), 'Id;Name;Kind;Owner\n')
    await writeFile(at('money.csv'), 'Date;Amount\n2027-01-01;7\n')
    await writeFile(at('bad.waveplan'), '{"format":"wavewright-plan","version":1,')
    const before = await readdir(folder)
    const out = ['-o', at('out.xlsx')]
    const cases = [
      [], ['fly'], ['check'], ['check', at('gone.xlsx')], ['check', folder], ['check', at('notes.pdf')], ['check', at('empty.csv')],
      ['check', at('headings.csv')], ['plan', at('money.csv'), ...out], ['check', at('bad.waveplan')], ['check', at('clean.csv'), '--steps', '3'],
      ['check', at('clean.csv'), '--nonsense'], ['plan', at('clean.csv')], ['plan', at('clean.csv'), '-o', at('out.txt')],
      ['plan', at('clean.csv'), ...out, '--waves', '1.5'], ['plan', at('clean.csv'), ...out, '--objective', 'fun'],
      ['plan', at('clean.csv'), ...out, '--seconds', '1', '--steps', '2'], ['plan', at('clean.csv'), ...out, '--capacity', 'lots'],
    ]
    for (const args of cases) {
      const { status, stdout, stderr } = await cli.run(args)
      expect({ args, status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ args, status: 2, stdout: '', lines: 1 })
    }
    expect(await readdir(folder)).toEqual(before)
  })

  it('leaves what was there when the output cannot be written', async () => {
    const { status, stderr } = await cli.run(['export', at('clean.csv'), '-o', at('clean.csv/out.xlsx')])
    expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1])
    expect(await readFile(at('clean.csv'), 'utf8')).toBe(clean)
  })
})
