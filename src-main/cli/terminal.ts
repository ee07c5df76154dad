import type { IsoDate } from '@core/estate/item'
import { nearestLanguage, translator, type Language, type Translate } from '@core/messages/translator'

/** What the commands know of the world around them. */
export type Terminal = {
  readonly language: Language
  readonly t: Translate
  /** A line on standard error, for people. */
  readonly say: (line: string) => void
  /** Text on standard output, for programs. */
  readonly answer: (text: string) => void
  readonly today: () => IsoDate
  /** Where the planner's own presets lie, as `--presets` says. */
  readonly presetFolder?: string
  /** Milliseconds from any fixed point. */
  readonly now: () => number
}

/** WAVEWRIGHT_LANG, otherwise what the system says; English where that is nothing of ours. */
export const languageOf = (environment: Readonly<Record<string, string | undefined>>): Language => {
  const locale = ['WAVEWRIGHT_LANG', 'LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean)
  return nearestLanguage((locale ?? 'en').replace('_', '-'))
}

const localDay = (): IsoDate => {
  const now = new Date()
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The terminal that this process runs in. */
export const processTerminal = (): Terminal => {
  const language = languageOf(process.env)
  return {
    language,
    t: translator(language),
    say: (line) => process.stderr.write(`${line}\n`),
    answer: (text) => process.stdout.write(`${text}\n`),
    today: localDay,
    now: () => performance.now(),
  }
}
