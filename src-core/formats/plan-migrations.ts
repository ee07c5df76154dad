/** Version 2 added named views and filters, and the log of what was sent to suppliers. */
const withPlanLists = (file: unknown): unknown => {
  const { document } = file as { readonly document?: unknown }
  if (typeof document !== 'object' || document === null) return file
  return { ...(file as object), document: { ...document, views: [], filters: [], exchanges: [] } }
}

/**
 * How each old version becomes the next: the first makes version 2 out of 1, and so on, without gaps. A version that was
 * ever written stays readable, and has an example in test/fixtures/plan-files.
 */
const migrations: readonly ((file: unknown) => unknown)[] = [withPlanLists]

/** The version that is written. */
export const planFileVersion = migrations.length + 1

/** The contents of a file of `version` as those of the present one. */
export const migratePlanFile = (file: unknown, version: number): unknown =>
  migrations.slice(version - 1).reduce((older, migrate) => migrate(older), file)
