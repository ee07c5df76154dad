import { fold } from '../fold'
import type { Preset } from './preset'

const fits = (preset: Preset, sheetName: string, headings: ReadonlySet<string>): boolean =>
  (preset.sheets === undefined || preset.sheets.includes(sheetName)) &&
  preset.headings.every((spellings) => spellings.some((spelling) => headings.has(spelling)))

/** Whether the preset knows a sheet that has an id and a name; a general one must not take our own sheets for its. */
const expectsIdAndName = (preset: Preset): boolean => {
  const spelled = preset.headings.flat()
  return spelled.includes('id') && spelled.includes('name')
}

/** The first known export whose headings are all in a row of a sheet of that name. `headings` are folded. */
export const findPreset = (
  presets: readonly Preset[], sheetName: string, headings: ReadonlySet<string>,
): Preset | null => {
  const isOwn = headings.has('id') && (headings.has('name') || headings.has('navn'))
  const name = fold(sheetName)
  return presets.find((preset) => (!isOwn || expectsIdAndName(preset)) && fits(preset, name, headings)) ?? null
}

/** Sheets of known exports that hold housekeeping, never planned items: the machines are on another sheet. */
const housekeeping = new Set(
  ('vCPU vMemory vDisk vPartition vCD vUSB vSnapshot vTools vSource vRP vHBA vNIC vSwitch vPort dvSwitch dvPort vSC_VMK '
    + 'vDatastore vMultiPath vLicense vFileInfo vHealth vMetaData').split(' ').map(fold),
)

export const isHousekeeping = (sheetName: string): boolean => housekeeping.has(fold(sheetName).replace(/^(rvtools)?tab/, ''))
