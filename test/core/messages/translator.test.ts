import { describe, expect, it } from 'vitest'
import { translator } from '@core/messages/translator'

describe('a fix that names figures and days', () => {
  it('writes them as the language does', () => {
    const days = { wave: 3, day: '2028-01-10' }
    expect(translator('en')('violations.fixDates', days)).toBe('Let wave 3 end 10 Jan 2028')
    expect(translator('nb')('violations.fixDates', days)).toBe('La bølge 3 slutte 10. jan. 2028')
    const limits = { wave: 3, limit: 310_543 }
    expect(translator('en')('violations.fixBudget', limits)).toBe('Raise the budget of wave 3 to 310,543')
    expect(translator('nb')('violations.fixBudget', limits)).toBe('Øk budsjettet for bølge 3 til 310\u00a0543')
  })

  it('says as it is what is no day', () => {
    expect(translator('en')('violations.fixDates', { wave: 3, day: 'soon' })).toBe('Let wave 3 end soon')
  })
})

describe('one of what is counted', () => {
  it('is not said as if it were several', () => {
    const t = translator('en')
    expect(t('common.personDays', { count: 1, figure: '1' })).toBe('1 person-day')
    expect(t('waves.load', { effort: '1', count: 1, capacity: '1' })).toBe('1 of 1 person-day')
    expect(t('waves.itemsOf', { items: '1', count: 1, most: '1' })).toBe('1 of 1 item')
    expect(t('mass.classCount', { name: 'Server', count: 1 })).toBe('Server, 1 item')
    expect(t('shell.measureBridgesLong', { count: 1, number: '1', price: '3' })).toMatch(/^1 bridge between waves, /)
    expect(translator('nb')('shell.measureBridgesLong', { count: 1, number: '1', price: '3' })).toMatch(/^1 bro mellom /)
  })
})
