import { describe, expect, it } from 'vitest'
import { checkFilesComeBack, checkSheetsComeBack } from './round-trip-property'

// A thousand of each in `npm run test:long`.
describe('An export that is imported again', () => {
  it('is the same plan, for every plan and in both languages', () => {
    checkSheetsComeBack(150)
  })

  it('is the same plan as a file too, every field of it, and breaks no rule of Excel', async () => {
    expect(await checkFilesComeBack(30)).toBe(30)
  })
})
