import type { History } from '../plan/history'
import type { PlanDocument } from '../plan/plan-document'
import { failure, ok, type Result } from '../result'
import { jsonParts } from './json-parts'
import { contradictionIn } from './plan-integrity'
import { migratePlanFile, planFileVersion } from './plan-migrations'
import { planFileSchema } from './plan-schema'

export type PlanFile = { readonly document: PlanDocument; readonly history: History }

/** Why a `.waveplan` could not be read. */
export type PlanFileError =
  | { readonly type: 'not-a-plan-file' }
  /** It begins as a plan file, but ends early or is no JSON. */
  | { readonly type: 'damaged-plan-file'; readonly detail: string }
  /** Written by a newer program than this. */
  | { readonly type: 'newer-plan-file'; readonly version: number; readonly supported: number }
  /** It is a plan file, but its contents contradict the format; `path` says where. */
  | { readonly type: 'invalid-plan-file'; readonly path: string; readonly detail: string }

/** Stands first in the file, so that a damaged one is still known for what it is. */
const formatName = 'wavewright-plan'

/** A plan with its history as the text of a `.waveplan`: JSON in UTF-8. */
export const encodePlanFile = (document: PlanDocument, history: History): string =>
  JSON.stringify(planFileOf(document, history))

/** The same text piece by piece, for a window that must go on drawing meanwhile. */
export const planFileParts = (document: PlanDocument, history: History): Iterable<string> => jsonParts(planFileOf(document, history))

const planFileOf = (document: PlanDocument, history: History): object =>
  ({ format: formatName, version: planFileVersion, document, history })

/** Reads a `.waveplan` of this or any older version. Nothing in the text is trusted: it is checked against the schema. */
export const decodePlanFile = (text: string): Result<PlanFile, PlanFileError> => {
  const parsed = parse(text)
  if (!parsed.ok) return parsed
  const { version } = parsed.value
  if (version > planFileVersion) return failure({ type: 'newer-plan-file', version, supported: planFileVersion })
  const checked = planFileSchema.safeParse(migratePlanFile(parsed.value, version))
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return failure({ type: 'invalid-plan-file', path: issue?.path.join('.') ?? '', detail: issue?.message ?? '' })
  }
  const contradiction = contradictionIn(checked.data.document)
  return contradiction ? failure({ type: 'invalid-plan-file', ...contradiction }) : ok(checked.data)
}

type Versioned = { readonly version: number }

const parse = (text: string): Result<Versioned, PlanFileError> => {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text
  let value: unknown
  try {
    value = JSON.parse(bare)
  } catch (error) {
    const isOurs = bare.slice(0, 200).includes(`"${formatName}"`)
    return failure(isOurs ? { type: 'damaged-plan-file', detail: (error as Error).message } : { type: 'not-a-plan-file' })
  }
  return isVersioned(value) ? ok(value) : failure({ type: 'not-a-plan-file' })
}

const isVersioned = (value: unknown): value is Versioned => {
  if (typeof value !== 'object' || value === null) return false
  const { format, version } = value as Record<string, unknown>
  return format === formatName && typeof version === 'number' && Number.isInteger(version) && version >= 1
}
