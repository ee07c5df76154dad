import { describe, expect, it } from 'vitest'
import { checkFilesComeBack, checkSheetsComeBack } from './round-trip-property'

const numRuns = Number(process.env['RUNS'] ?? 1_000)

describe(`${numRuns} generated plans`, () => {
  it('are the same after sheets were made of them and read', () => {
    checkSheetsComeBack(numRuns)
  })

  it('are the same after a workbook was written and read, and every one keeps the rules of Excel', async () => {
    const tried = await checkFilesComeBack(numRuns)
    process.stdout.write(`${tried} plans written and read\n`)
    expect(tried).toBe(numRuns)
  }, 3_600_000)
})
