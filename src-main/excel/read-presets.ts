import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { readPreset, type Preset } from '@core/workbook/presets/preset'

/** The presets of a folder, and the files in it that are none, each with what is wrong with it. */
export type PresetFolder = {
  readonly presets: readonly Preset[]
  readonly unusable: readonly { readonly file: string; readonly problem: string }[]
}

/** A preset is a page of text; a folder of more than this is not one of presets. */
const largest = 1024 * 1024
const most = 200

const jsonOf = async (file: string): Promise<unknown> => {
  if ((await stat(file)).size > largest) throw new SyntaxError('larger than 1 MB')
  return JSON.parse(await readFile(file, 'utf8')) as unknown
}

const readOne = async (file: string): Promise<Preset | string> => {
  try {
    const read = readPreset(await jsonOf(file))
    return read.ok ? read.value : read.error.problems.slice(0, 3).join('; ')
  } catch (error) {
    // A file that is no JSON, or that may not be opened, is the planner's to mend and must not keep a workbook from being read.
    return error instanceof Error ? error.message : String(error)
  }
}

/** Every `*.json` of a folder, in the order of their names. A folder that is not there holds nothing. */
export const readPresets = async (folder: string): Promise<PresetFolder> => {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.toLowerCase().endsWith('.json')).sort().slice(0, most)
  const read = await Promise.all(files.map(async (file) => ({ file, result: await readOne(path.join(folder, file)) })))
  return {
    presets: read.flatMap(({ result }) => (typeof result === 'string' ? [] : result)),
    unusable: read.flatMap(({ file, result }) => (typeof result === 'string' ? { file, problem: result } : [])),
  }
}
