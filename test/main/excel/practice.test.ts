import { describe, expect, it } from 'vitest'
import { practise } from '@main/excel/practice'

describe('A thread that waits for a workbook', () => {
  it('practises on one that it has written itself, and reads all of it', async () => {
    expect(await practise()).toBe(400)
  })
})
