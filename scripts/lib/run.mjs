import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { node24 } from './node24.mjs'
import { root } from './root.mjs'

/** The present environment with the tools of this repository, and its Node, first. */
export const toolEnvironment = () => ({
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`,
})

/**
 * Runs a program and resolves with its exit code; never rejects. A `timeout` in milliseconds ends it.
 * Options: cwd, env, stdio, timeout, as of child_process.spawn; `onStarted` is given the process.
 */
export const run = (command, args, { onStarted = () => undefined, ...options } = {}) =>
  new Promise((resolve) => {
    const isScript = process.platform === 'win32' && command.endsWith('.cmd')
    const child = spawn(isScript ? `"${command}"` : command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: isScript,
      killSignal: 'SIGKILL',
      ...options,
    })
    onStarted(child)
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })

/** Runs a tool of node_modules, given by the path of its JavaScript file there, on Node 24. */
export const runTool = (file, args, options = {}) =>
  run(node24(), [join(root, 'node_modules', ...file.split('/')), ...args], { env: toolEnvironment(), ...options })
