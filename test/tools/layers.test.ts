import { describe, expect, it } from 'vitest'
import { refusal } from '../../tools/layers.js'

interface Rule {
  readonly of: string
  readonly file: string
  readonly allowed: string
  readonly refused: string
  readonly because: string
}

const layerRules: readonly Rule[] = [
  {
    of: 'core',
    file: 'src-core/plan/wave.ts',
    allowed: '../estate/item',
    refused: '@main/files/plan-files',
    because: "core may import only core; '@main/files/plan-files' is main.",
  },
  {
    of: 'contract',
    file: 'src-main/contract/host-api.ts',
    allowed: '@core/result',
    refused: '../files/plan-files',
    because: "contract may import only core, contract; '../files/plan-files' is main.",
  },
  {
    of: 'main',
    file: 'src-main/cli/cli.ts',
    allowed: '../excel/read-workbook',
    refused: '@renderer/stores/plan-store',
    because: "main may import only core, contract, main; '@renderer/stores/plan-store' is renderer.",
  },
  {
    of: 'renderer',
    file: 'src-renderer/host/host.ts',
    allowed: '@main/contract/host-api',
    refused: '@main/excel/read-workbook',
    because: "renderer may import only core, contract, renderer; '@main/excel/read-workbook' is main.",
  },
  {
    of: 'checker',
    file: 'test/checker/check-plan.ts',
    allowed: '@core/plan/wave',
    refused: '../builders/estate',
    because: "checker may import only core, checker; '../builders/estate' is test.",
  },
]

const packageRules: readonly Rule[] = [
  {
    of: 'electron',
    file: 'src-main/files/plan-files.ts',
    allowed: 'node:fs',
    refused: 'electron',
    because: "'electron' may be imported only in src-main/index.ts and files that end in -electron.ts.",
  },
  {
    of: 'dexie',
    file: 'src-renderer/stores/plan-store.ts',
    allowed: '../db/plan-database',
    refused: 'dexie',
    because: "'dexie' may be imported only in src-renderer/db/.",
  },
  {
    of: 'React Flow',
    file: 'src-renderer/waves/board.tsx',
    allowed: 'react',
    refused: '@xyflow/react',
    because: "'@xyflow/react' may be imported only in src-renderer/canvas/.",
  },
  {
    of: 'xlsx',
    file: 'src-main/cli/cli.ts',
    allowed: '../excel/read-workbook',
    refused: 'xlsx',
    because: "'xlsx' may be imported only in src-main/excel/.",
  },
  {
    of: 'Node',
    file: 'src-core/planning/propose.ts',
    allowed: 'zod',
    refused: 'node:fs',
    because: "'node:fs' may be imported only in main, renderer and tests; the core is pure.",
  },
  {
    of: 'React',
    file: 'src-core/planning/propose.ts',
    allowed: '../plan/wave',
    refused: 'react',
    because: "'react' may be imported only in main, renderer and tests; the core is pure.",
  },
]

const allowedPlaces = [
  ['src-main/index.ts', 'electron'],
  ['src-main/preload-electron.ts', 'electron'],
  ['src-renderer/db/plan-database.ts', 'dexie'],
  ['src-renderer/canvas/graph.tsx', '@xyflow/react'],
  ['src-main/excel/read-sheets.ts', 'xlsx'],
  ['test/core/plan/wave.test.ts', '@main/excel/read-workbook'],
] as const

describe('The layers', () => {
  it.each(layerRules)('let $of import $allowed and refuse it $refused', (rule) => {
    expect({ allowed: refusal(rule.file, rule.allowed), refused: refusal(rule.file, rule.refused) }).toEqual({
      allowed: null,
      refused: rule.because,
    })
  })

  it.each(packageRules)('keep $of where it belongs', (rule) => {
    expect({ allowed: refusal(rule.file, rule.allowed), refused: refusal(rule.file, rule.refused) }).toEqual({
      allowed: null,
      refused: rule.because,
    })
  })

  it.each(allowedPlaces)('let %s import %s', (file, specifier) => {
    expect(refusal(file, specifier)).toBeNull()
  })

  it.each(['violations/evaluate', 'planning/propose'])('keep the checker independent of %s', (module) => {
    expect(refusal('test/checker/check-plan.ts', `@core/${module}`)).toBe(
      'The checker is independent: it may not import violations/ or planning/.',
    )
  })
})
