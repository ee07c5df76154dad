import { parseArgs } from 'node:util'
import type { Translate } from '@core/messages/translator'
import { objectives, type Objective } from '@core/planning/proposal'
import { failure, ok, type Result } from '@core/result'

export type CheckCommand = { readonly command: 'check'; readonly file: string; readonly json: boolean }
export type PlanCommand = {
  readonly command: 'plan'
  readonly file: string
  readonly out: string
  readonly json: boolean
  readonly capacity?: number
  readonly maxItems?: number
  readonly maxWaves?: number
  readonly objective: Objective
  readonly seconds?: number
  readonly steps?: number
  readonly seed: number
  readonly acceptShared: boolean
}
export type ExportCommand = { readonly command: 'export'; readonly file: string; readonly out: string; readonly supplier?: string }
/** Where a planner's own presets for foreign exports lie. */
type WithPresets = { readonly presetFolder?: string }
export type Command = ((CheckCommand | PlanCommand | ExportCommand) & WithPresets) | { readonly command: 'help' }

/** Anything for which the command line ends with one line on standard error and exit status 2. */
export type BadInput = { readonly type: 'bad-input'; readonly sentence: string }
export const badInput = (sentence: string): { readonly ok: false; readonly error: BadInput } => failure({ type: 'bad-input', sentence })

const options = {
  output: { type: 'string', short: 'o' },
  json: { type: 'boolean' },
  capacity: { type: 'string' },
  'max-items': { type: 'string' },
  waves: { type: 'string' },
  objective: { type: 'string' },
  seconds: { type: 'string' },
  steps: { type: 'string' },
  seed: { type: 'string' },
  'accept-shared': { type: 'boolean' },
  supplier: { type: 'string' },
  presets: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const
type OptionName = keyof typeof options
type Values = { readonly [Name in OptionName]?: (typeof options)[Name]['type'] extends 'boolean' ? boolean : string }

const optionsOf: Readonly<Record<'check' | 'plan' | 'export', readonly OptionName[]>> = {
  check: ['json', 'presets'],
  plan: ['output', 'json', 'capacity', 'max-items', 'waves', 'objective', 'seconds', 'steps', 'seed', 'accept-shared', 'presets'],
  export: ['output', 'supplier', 'presets'],
}

const shown = (name: OptionName): string => (name === 'output' ? '-o' : `--${name}`)

/** What is asked for; `argv` is without the program's own name. */
export const readCommand = (argv: readonly string[], t: Translate): Result<Command, BadInput> => {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    if (values.help || positionals[0] === 'help') return ok({ command: 'help' })
    return readNamed(values, positionals, t)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return badInput(t('cli.badOption', { detail: error.message.split('. ')[0] ?? '' }))
  }
}

const readNamed = (values: Values, positionals: readonly string[], t: Translate): Result<Command, BadInput> => {
  const [command, file, extra] = positionals
  if (command === undefined) return badInput(t('cli.noCommand'))
  if (command !== 'check' && command !== 'plan' && command !== 'export') return badInput(t('cli.unknownCommand', { command }))
  if (file === undefined) return badInput(t('cli.noFile', { command }))
  if (extra !== undefined) return badInput(t('cli.oneFile', { extra }))
  const strange = (Object.keys(values) as OptionName[]).find((name) => !optionsOf[command].includes(name))
  if (strange) return badInput(t('cli.notForCommand', { option: shown(strange), command }))
  const read = readOf(command, values, file, t)
  return read.ok && values.presets !== undefined ? ok({ ...read.value, presetFolder: values.presets }) : read
}

const readOf = (command: 'check' | 'plan' | 'export', values: Values, file: string, t: Translate): Result<Command, BadInput> => {
  switch (command) {
    case 'check': return ok({ command, file, json: values.json ?? false })
    case 'plan': return readPlan(values, file, t)
    case 'export': return readExport(values, file, t)
  }
}

const readOutput = (values: Values, endings: readonly string[], t: Translate): Result<string, BadInput> => {
  const out = values.output
  if (out === undefined || out === '') return badInput(t('cli.noOutput'))
  if (endings.some((ending) => out.toLowerCase().endsWith(ending))) return ok(out)
  return badInput(t('cli.badOutput', { out, endings: endings.join(' / ') }))
}

const readExport = (values: Values, file: string, t: Translate): Result<Command, BadInput> => {
  const out = readOutput(values, ['.xlsx'], t)
  if (!out.ok) return out
  return ok({ command: 'export', file, out: out.value, ...(values.supplier !== undefined && { supplier: values.supplier }) })
}

type NumberOption = 'capacity' | 'max-items' | 'waves' | 'seconds' | 'steps' | 'seed'
const wholeNumbers: ReadonlySet<NumberOption> = new Set(['max-items', 'waves', 'steps', 'seed'])

const readNumberOption = (values: Values, name: NumberOption, t: Translate): Result<number | undefined, BadInput> => {
  const text = values[name]
  if (text === undefined) return ok(undefined)
  const number = text.trim() === '' ? Number.NaN : Number(text)
  const isWhole = wholeNumbers.has(name)
  if (isWhole && !Number.isSafeInteger(number)) return badInput(t('cli.notAWhole', { option: shown(name), text }))
  const least = name === 'seed' || name === 'steps' ? 0 : Number.MIN_VALUE
  if (!Number.isFinite(number) || number < least) return badInput(t('cli.notANumber', { option: shown(name), text }))
  return ok(number)
}

const readPlan = (values: Values, file: string, t: Translate): Result<Command, BadInput> => {
  const out = readOutput(values, ['.xlsx', '.waveplan'], t)
  if (!out.ok) return out
  const objective = objectives.find((one) => one === (values.objective ?? 'balanced'))
  if (!objective) {
    return badInput(t('cli.notAChoice', { option: '--objective', choices: objectives.join(', '), text: values.objective ?? '' }))
  }
  if (values.seconds !== undefined && values.steps !== undefined) return badInput(t('cli.secondsOrSteps'))
  const numbers = new Map<NumberOption, number>()
  for (const name of ['capacity', 'max-items', 'waves', 'seconds', 'steps', 'seed'] as const) {
    const number = readNumberOption(values, name, t)
    if (!number.ok) return number
    if (number.value !== undefined) numbers.set(name, number.value)
  }
  const optional = <Field extends string>(field: Field, name: NumberOption): { [Key in Field]?: number } =>
    (numbers.has(name) ? { [field]: numbers.get(name) } : {}) as { [Key in Field]?: number }
  return ok({
    command: 'plan', file, out: out.value, json: values.json ?? false, objective, seed: numbers.get('seed') ?? 1,
    acceptShared: values['accept-shared'] ?? false, ...optional('capacity', 'capacity'), ...optional('maxItems', 'max-items'),
    ...optional('maxWaves', 'waves'), ...optional('seconds', 'seconds'), ...optional('steps', 'steps'),
  })
}
