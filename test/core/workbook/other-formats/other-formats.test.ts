import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvText, sheetToCsv } from '@core/workbook/other-formats/csv'
import { jiraCsv } from '@core/workbook/other-formats/jira'
import { projectXml } from '@core/workbook/other-formats/project-xml'
import { exportFiles } from '@core/workbook/export-files'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, anItem } from '@test/builders/an-item'
import { childOrder, parseXml, type XmlElement } from './parse-xml'

const plan = aPlan({
  name: 'Nord & Vest <1>',
  items: [anItem('dir', { name: 'Directory', effort: 2.5 }), anItem('app', { name: 'Journal', effort: 4 }), anItem('web', { name: '=Portal' }), anItem('late', { name: 'Late' })],
  dependencies: [
    aDependency('app', 'dir', { order: 'provider-first' }), aDependency('web', 'app', { order: 'provider-first' }),
    // In a circle, and onto a later wave: neither can be a link.
    aDependency('dir', 'late', { order: 'provider-first' }),
  ],
  rules: [{ type: 'before', itemIds: ['web', 'app'] }],
  waves: [{ name: 'Pilot', start: '2027-01-04', end: '2027-01-29' }, { start: '2027-02-01', end: '2027-02-26' }],
  placed: { dir: 1, app: 2, web: 2 },
})

describe('CSV', () => {
  const options = { separator: ',', byteOrderMark: false, yesNo: ['Ja', 'Nei'] } as const

  it('guards text that a spreadsheet would run, quotes what needs it, and keeps figures figures', () => {
    const rows = [['=1', '+1', '-1', '@a', '\tx', '\rx', 'safe', 'a,b', 'say "hi"', 'two\nlines', -5, 1.5, true, { date: '2027-01-02' }, null]]
    expect(csvText(rows, options)).toBe(`'=1,'+1,'-1,'@a,'\tx,"'\rx",safe,"a,b","say ""hi""","two\nlines",-5,1.5,Ja,2027-01-02,\r\n`)
    expect(Papa.parse<string[]>(csvText(rows, options).trimEnd()).data[0]).toHaveLength(15)
  })

  it('is what Excel in Norwegian opens with a double click when it is made for it', () => {
    const sheet = { name: 'A', columns: [{ heading: 'Å', width: 9, type: 'decimal' }, { heading: 'B', width: 9, type: 'text' }], rows: [[1.5, 'x;y'], [2]] } as const
    expect(sheetToCsv(sheet, { ...options, separator: ';', byteOrderMark: true })).toBe('\uFEFFÅ;B\r\n1,5;"x;y"\r\n2;\r\n')
  })

  it('is one file for each table of the plan, and none for its pictures', () => {
    const files = exportFiles(plan, { format: 'tables', language: 'en', separator: ',', byteOrderMark: true })
    expect(files.map(({ name, extension }) => `${name}.${extension}`)).toEqual(['Waves.csv', 'Applications.csv', 'Dependencies.csv', 'Bridges.csv', 'Violations.csv', 'Rules.csv'])
  })
})

describe('The file for Jira', () => {
  const { data } = Papa.parse<string[]>(jiraCsv(plan, 'en').trimEnd())

  it('has waves as epics first, then groups as tasks below them, with dates, seconds of work and links', () => {
    expect(data).toEqual([
      ['Issue Type', 'Issue id', 'Parent', 'Summary', 'Epic Name', 'Epic Link', 'Description', 'Start date', 'Due date', 'Original estimate', 'Labels', 'Inward issue link (Blocks)', 'Inward issue link (Blocks)'],
      ['Epic', '1', '', 'Wave 1: Pilot', 'Wave 1: Pilot', '', '', '2027-01-04', '2027-01-29', '', 'migration-wave', '', ''],
      ['Epic', '2', '', 'Wave 2', 'Wave 2', '', '', '2027-02-01', '2027-02-26', '', 'migration-wave', '', ''],
      ['Task', '3', '1', 'Directory', '', 'Wave 1: Pilot', '1 item\n* Directory', '2027-01-04', '2027-01-29', '72000', 'move-group', '', ''],
      ['Task', '4', '2', 'Journal', '', 'Wave 2', '1 item\n* Journal', '2027-02-01', '2027-02-26', '115200', 'move-group', '3', '5'],
      ['Task', '5', '2', "'=Portal", '', 'Wave 2', '1 item\n* =Portal', '2027-02-01', '2027-02-26', '28800', 'move-group', '', ''],
      ['Task', '6', '', 'Late', '', '', '1 item\n* Late', '', '', '28800', 'move-group', '', ''],
    ])
  })
})

/** The order in mspdi_pj12.xsd of the elements that may stand here; those that we write are among them. */
const published = {
  Project: ['SaveVersion', 'UID', 'Name', 'Title', 'Subject', 'Category', 'Company', 'Manager', 'Author', 'CreationDate', 'Revision', 'LastSaved',
    'ScheduleFromStart', 'StartDate', 'FinishDate', 'FYStartDate', 'CriticalSlackLimit', 'CurrencyDigits', 'CurrencySymbol', 'CurrencyCode',
    'CurrencySymbolPosition', 'CalendarUID', 'DefaultStartTime', 'DefaultFinishTime', 'MinutesPerDay', 'MinutesPerWeek', 'DaysPerMonth',
    'DefaultTaskType', 'OutlineCodes', 'WBSMasks', 'ExtendedAttributes', 'Calendars', 'Tasks', 'Resources', 'Assignments'],
  Task: ['UID', 'ID', 'Name', 'Type', 'IsNull', 'CreateDate', 'Contact', 'WBS', 'WBSLevel', 'OutlineNumber', 'OutlineLevel', 'Priority', 'Start',
    'Finish', 'Duration', 'DurationFormat', 'Work', 'Stop', 'Resume', 'ResumeValid', 'EffortDriven', 'Recurring', 'OverAllocated', 'Estimated',
    'Milestone', 'Summary', 'Critical', 'FixedCost', 'PercentComplete', 'ConstraintType', 'CalendarUID', 'ConstraintDate', 'Deadline', 'Notes',
    'PredecessorLink'],
  PredecessorLink: ['PredecessorUID', 'Type', 'CrossProject', 'CrossProjectName', 'LinkLag', 'LagFormat'],
  Calendar: ['UID', 'Name', 'IsBaseCalendar', 'BaseCalendarUID', 'WeekDays'],
  WeekDay: ['DayType', 'DayWorking', 'TimePeriod', 'WorkingTimes'],
  Assignment: ['UID', 'TaskUID', 'ResourceUID', 'PercentWorkComplete', 'Finish', 'Start', 'Units', 'Work'],
} as const

const withName = (element: XmlElement, name: string): readonly XmlElement[] =>
  [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => withName(child, name))]

const textOf = (element: XmlElement, name: string): string | undefined => element.children.find((child) => child.name === name)?.text

describe('The file for Microsoft Project', () => {
  const project = parseXml(projectXml(plan, 'en'))
  const tasks = withName(project, 'Task')

  it('is well-formed, in the namespace and the order of the published schema', () => {
    expect([project.name, project.attributes['xmlns']]).toEqual(['Project', 'http://schemas.microsoft.com/project'])
    for (const [name, order] of Object.entries(published)) {
      for (const element of withName(project, name)) expect(childOrder(element, order), name).toEqual({ unknown: [], outOfOrder: [] })
    }
  })

  it('has waves as summary tasks, groups as tasks with dates, work and predecessors', () => {
    const rows = tasks.map((task) => [
      ...['UID', 'Name', 'OutlineNumber', 'Summary', 'Start', 'Finish', 'Work'].map((name) => textOf(task, name) ?? ''),
      withName(task, 'PredecessorLink').map((link) => `${textOf(link, 'PredecessorUID')}:${textOf(link, 'Type')}`).join(' '),
    ])
    const [first, second] = [['2027-01-04T08:00:00', '2027-01-29T17:00:00'], ['2027-02-01T08:00:00', '2027-02-26T17:00:00']]
    expect(rows).toEqual([
      ['1', 'Wave 1: Pilot', '1', '1', ...(first ?? []), '', ''],
      ['2', 'Directory', '1.1', '0', ...(first ?? []), 'PT20H0M0S', ''],
      ['3', 'Wave 2', '2', '1', ...(second ?? []), '', ''],
      ['4', 'Journal', '2.1', '0', ...(second ?? []), 'PT32H0M0S', '2:1 5:3'],
      ['5', '=Portal', '2.2', '0', ...(second ?? []), 'PT8H0M0S', ''],
      ['6', 'Unplanned', '3', '1', '', '', '', ''],
      ['7', 'Late', '3.1', '0', '', '', 'PT8H0M0S', ''],
    ])
  })

  it('stays well-formed whatever names hold', () => {
    const hostile = aPlan({ name: '\u0000<&>"\ud800', items: [anItem('x', { name: ']]>\u0001<!--' })] })
    expect(withName(parseXml(projectXml(hostile, 'nb')), 'Task').map((task) => textOf(task, 'Name'))).toEqual(['Ikke planlagt', ']]>\ufffd<!--'])
  })
})
