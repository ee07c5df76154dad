import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))

export type CliRun = { readonly status: number | null; readonly stdout: string; readonly stderr: string }
export type BuiltCli = {
  readonly run: (args: readonly string[], environment?: Readonly<Record<string, string>>) => Promise<CliRun>
  readonly program: string
  readonly remove: () => Promise<void>
}

/** The command line and its worker, bundled as the build does it, in a folder of their own, and run in plain Node. */
export const buildCli = async (): Promise<BuiltCli> => {
  const folder = await mkdtemp(path.join(root, 'node_modules', '.cache-cli-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: { '@core': path.join(root, 'src-core'), '@main': path.join(root, 'src-main') } },
    build: {
      ssr: true,
      outDir: folder,
      rollupOptions: {
        input: {
          cli: path.join(root, 'src-main/cli/cli.ts'),
          'workbook-worker': path.join(root, 'src-main/excel/workbook-worker.ts'),
        },
        output: { entryFileNames: '[name].js', format: 'es' },
      },
    },
  })
  const program = path.join(folder, 'cli.js')
  return { program, run: (args, environment = {}) => runNode(program, args, environment), remove: () => rm(folder, { recursive: true, force: true }) }
}

const runNode = (program: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<CliRun> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', LANG: 'C', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (part: Buffer) => { stdout += part.toString() })
    child.stderr.on('data', (part: Buffer) => { stderr += part.toString() })
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, stdout, stderr }))
  })
