import type { Result } from '@core/result'
import { runCheck } from './check-command'
import { readCommand, type BadInput, type Command } from './command'
import { runExport } from './export-command'
import { runPlan } from './plan-command'
import type { Terminal } from './terminal'

const run = async (command: Command, terminal: Terminal): Promise<Result<number, BadInput>> => {
  switch (command.command) {
    case 'help':
      terminal.say(terminal.t('cli.usage'))
      return { ok: true, value: 0 }
    case 'check': return runCheck(command, terminal)
    case 'plan': return runPlan(command, terminal)
    case 'export': return runExport(command, terminal)
  }
}

const withPresets = (command: Command, terminal: Terminal): Terminal =>
  ('presetFolder' in command && command.presetFolder !== undefined ? { ...terminal, presetFolder: command.presetFolder } : terminal)

/** Runs one command; gives the exit status of DESIGN 4. `argv` is without the program's own name. */
export const runCli = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const command = readCommand(argv, terminal.t)
  const result = command.ok ? await run(command.value, withPresets(command.value, terminal)) : command
  if (result.ok) return result.value
  terminal.say(result.error.sentence.replace(/\s+/g, ' '))
  return 2
}
