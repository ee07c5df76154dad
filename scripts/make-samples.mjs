import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/root.mjs'

/**
 * Makes resources/sample-region.xlsx and sample-region-nb.xlsx: an invented hospital region, always the same, written by
 * the built product itself (`npm run build` first; another build's cli.js may be named). Trusts, suppliers and people do not exist.
 */

const trusts = [
  ['STO', 'Storåsen universitetssykehus HF', 'Storåsen'], ['KYS', 'Kystlandet sykehus HF', 'Vågsund'],
  ['INN', 'Innlandsdalen sykehus HF', 'Dalbygda'], ['FJO', 'Fjordbyen sykehus HF', 'Fjordbyen'],
  ['NOR', 'Nordheia sykehus HF', 'Nordheia'], ['ELV', 'Elvelund sykehus HF', 'Elvelund'],
  ['SKO', 'Skogsjøen sykehus HF', 'Skogsjøen'], ['SOL', 'Solvika psykiatri og rus HF', 'Solvika'],
  ['BER', 'Bergstranda rehabilitering HF', 'Bergstranda'], ['ØYG', 'Øygarden kystsykehus HF', 'Øygarden'],
]
const regional = ['REG', 'Regional IKT HF', 'Regionsenteret']
const suppliers = {
  journal: 'Journalhuset AS', imaging: 'Bildeteknikk Norge AS', laboratory: 'Labsystemer Nord AS', charts: 'Kurvepartner AS',
  hosting: 'Driftssenteret AS', network: 'Nettlaget AS', devices: 'Medutstyr Skandinavia AS', integration: 'Meldingsflyt AS',
}
const owners = ['Kari Haug', 'Ola Bråten', 'Ingrid Sæther', 'Åse Lunde', 'Per Øverby', 'Ahmed Rahimi', 'Marit Ekeland', 'Jon Ås']
const teams = ['Klinisk', 'Bilde og lab', 'Plattform', 'Nett', 'Integrasjon', 'Medisinsk teknisk']

const words = {
  en: {
    production: 'Production', high: 'High', interview: 'Interview', map: 'Integration map',
    journal: 'Patient journal', imaging: 'Image archive', laboratory: 'Laboratory system', charts: 'Medication charts', database: 'Journal database',
    server: 'server', old: 'cannot be updated', unsafe: 'not secure', incompatible: 'incompatible with the new platform', area: {
      clinical: 'Clinical', workplace: 'Workplace', storage: 'Storage', telephony: 'Telephony', network: 'Network', data: 'Data centre',
    }, cost: 'Cost centre', contract: 'Support contract', summer: 'Summer', christmas: 'Christmas', move: 'New building opens', test: 'test', wave: 'Wave', new: 'The new regional platform',
    inUse: 'In use', pilot: 'Pilot', window: 'Short window', legacy: 'Legacy platform', devices: ['Infusion pumps', 'Patient monitors', 'Ultrasound', 'Ventilators'], together: 'Share one image viewer',
    apart: 'Both cannot stop in the same period', before: 'Users must be known first', pin: 'Agreed with the supplier', late: 'The contract ends', limit: 'One night team for each trust', north: 'North', south: 'South', west: 'West',
  },
  nb: {
    production: 'Produksjon', high: 'Høy', interview: 'Intervju', map: 'Integrasjonskart',
    journal: 'Pasientjournal', imaging: 'Bildearkiv', laboratory: 'Laboratoriesystem', charts: 'Kurve og medikasjon', database: 'Journaldatabase',
    server: 'server', old: 'kan ikke oppdateres', unsafe: 'ikke sikker', incompatible: 'passer ikke med ny plattform', area: {
      clinical: 'Klinisk', workplace: 'Arbeidsplass', storage: 'Lagring', telephony: 'Telefoni', network: 'Nettverk', data: 'Datasenter',
    }, cost: 'Kostnadssted', contract: 'Driftsavtale', summer: 'Sommer', christmas: 'Jul', move: 'Nytt bygg åpner', test: 'test', wave: 'Bølge', new: 'Ny regional plattform',
    inUse: 'I drift', pilot: 'Pilot', window: 'Kort vindu', legacy: 'Gammel plattform', devices: ['Infusjonspumper', 'Pasientmonitorer', 'Ultralyd', 'Respiratorer'], together: 'Deler én bildeviser',
    apart: 'Begge kan ikke stå i samme periode', before: 'Brukerne må være kjent først', pin: 'Avtalt med leverandøren', late: 'Avtalen går ut', limit: 'Ett nattlag i hvert foretak', north: 'nord', south: 'sør', west: 'vest',
  },
}

const randomFrom = (seed) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const makeRegion = (w) => {
  const random = randomFrom(2027)
  const items = []
  const dependencies = []
  const add = (id, name, kind, [code, organisation, site], fields) => {
    items.push({
      id, name, kind, organisation, site, owner: owners[random(owners.length)], ...fields,
      extra: [[w.cost, 4100 + trusts.findIndex((trust) => trust[0] === code) + 1], ...(fields.supplier ? [[w.contract, `A-${100 + random(60)}`]] : [])],
    })
    return id
  }
  const need = (from, to, type, strength, order, more = {}) => dependencies.push({ from, to, type, strength, order, ...more })
  const legacy = ['north', 'south', 'west'].map((side, index) =>
    add(`PLT-${index + 1}`, `${w.legacy} ${w[side]}`, 'platform', regional, {
      serviceArea: w.area.data, supplier: suppliers.hosting, disposition: 'consolidate', consolidateInto: 'PLT-NY',
      phaseOutReason: [w.old, w.unsafe, w.incompatible][index], endOfSupport: ['2028-06-30', '2028-12-31', '2029-06-30'][index], status: w.inUse,
    }))
  add('PLT-NY', w.new, 'platform', regional, { serviceArea: w.area.data, supplier: suppliers.hosting })

  const service = (id, name, effort, sharedService, area) =>
    add(id, name, 'service', regional, { serviceArea: area, team: 'Plattform', supplier: suppliers.integration, criticality: 4, effort, cost: effort * 9000, ...(sharedService && { sharedService }) })
  const directory = service('TJE-1', 'Regional katalogtjeneste', 40, true, w.area.workplace)
  const proxy = service('TJE-2', 'Regional webproxy', 15, true, w.area.network)
  const bus = service('TJE-3', 'Integrasjonsbuss', 45, true, w.area.data)
  // Not said to be shared, yet it joins laboratories of four trusts: the program finds it.
  const results = service('TJE-4', 'Svarsentral', 12, false, w.area.clinical)

  const application = (id, name, trust, supplier, area, criticality, effort, users) =>
    add(id, name, 'application', trust, {
      serviceArea: area, environment: w.production, team: teams[random(3)], supplier, criticality, effort, cost: effort * (7000 + random(5) * 500), users, status: w.inUse,
      ...(random(4) === 0 && { phaseOutReason: [w.old, w.unsafe, w.incompatible][random(3)] }), ...(random(3) === 0 && { endOfSupport: `20${28 + random(2)}-${['06-30', '12-31'][random(2)]}` }),
      ...(supplier === suppliers.journal && { sensitivity: 'confidential' }), disposition: ['rehost', 'replatform', 'relocate'][random(3)],
    })
  const host = (application, id, name, trust, platform) => {
    const server = add(id, name, 'server', trust, { serviceArea: w.area.data, environment: w.production, team: 'Plattform', supplier: suppliers.hosting, effort: 2, cost: 12000 })
    need(application, server, 'runs-on', 'hard', 'together')
    need(server, platform, 'runs-on', 'soft', 'any')
  }
  trusts.forEach((trust, index) => {
    const [code, organisation] = trust
    const short = organisation.split(' ')[0]
    const platform = legacy[index % 3]
    const size = 8 - Math.min(index, 6)
    const of = (kind, letters, supplier, criticality, effort, users, area) => {
      const id = application(`${letters}-${code}`, `${w[kind]} ${short}`, trust, supplier, area, criticality, effort, users)
      host(id, `SRV-${letters}-${code}`, `${letters.toLowerCase()}-${code.toLowerCase()}-01`, trust, platform)
      need(id, directory, 'authenticates', 'hard', 'provider-first')
      return id
    }
    const journal = of('journal', 'EPJ', suppliers.journal, 4, 14 + size * 2, size * 600, w.area.clinical)
    const imaging = of('imaging', 'PACS', suppliers.imaging, 3, 8 + size, size * 90, w.area.clinical)
    const laboratory = of('laboratory', 'LAB', suppliers.laboratory, 3, 6 + size, size * 120, w.area.clinical)
    const charts = of('charts', 'KUR', suppliers.charts, 4, 5 + size, size * 300, w.area.clinical)
    if (index >= 4 && index < 8) need(laboratory, results, 'data-flow', 'hard', 'together')
    const database = add(`DB-${code}`, `${w.database} ${short}`, 'database', trust, { serviceArea: w.area.storage, team: 'Plattform', supplier: suppliers.hosting, criticality: 4, effort: 4, cost: 30000 })
    need(journal, database, 'uses', 'hard', 'together', { maxLatencyMs: 5 })
    need(laboratory, journal, 'data-flow', 'soft', 'any', { pricePerDay: 400 + size * 50, confidence: w.high, source: w.interview })
    need(imaging, journal, 'data-flow', 'soft', 'any', { pricePerDay: 300 })
    // Calls go both ways: a cycle that is shown, and moves apart all the same.
    if (index % 4 === 0) need(journal, laboratory, 'uses', 'soft', 'any', { pricePerDay: 250 })
    need(journal, bus, 'data-flow', index < 5 ? 'hard' : 'soft', 'provider-first', { source: w.map })
    need(imaging, proxy, 'uses', 'hard', 'provider-first')
    need(charts, journal, 'uses', 'soft', index % 2 === 0 ? 'together' : 'any', { maxLatencyMs: 40, pricePerDay: 200 })
    // One cycle is hard: journal and charts of this trust share their sign-on.
    if (index === 7) {
      need(charts, journal, 'authenticates', 'hard', 'together')
      need(journal, charts, 'authenticates', 'hard', 'together')
    }
    w.devices.slice((index % 3) === 2 ? 2 : 0, (index % 3) === 2 ? 4 : 2).forEach((device, place) => {
      const count = (size + 1) * (400 - place * 120) + random(90)
      const id = add(`MTU-${code}-${place + 1}`, `${device} ${short}`, 'device-class', trust, { serviceArea: w.area.clinical, team: 'Medisinsk teknisk', supplier: suppliers.devices, criticality: 4, count, effort: Math.round(count / 250), cost: count * 120 })
      need(id, place === 0 ? charts : journal, 'data-flow', 'soft', 'provider-first', { pricePerDay: 100 })
    })
  })
  const shared = ['Henvisning', 'Pasientreise', 'Fødejournal', 'Operasjonsplan', 'Blodbank', 'Kreftregister', 'Turnus', 'Arkiv', 'Innkjøp', 'Pasientportal', 'Ambulanselogg', 'Kvalitetssystem', 'Kjøkkenbestilling']
  shared.forEach((name, index) => {
    const id = application(`REG-${index + 1}`, name, regional, Object.values(suppliers)[index % 5], index < 6 ? w.area.clinical : w.area.workplace, index < 4 ? 3 : 2, 8 + random(14), 2000 + random(4000))
    host(id, `SRV-REG-${index + 1}`, `reg-${name.toLowerCase().slice(0, 4)}-01`, regional, legacy[index % 3])
    need(id, directory, 'authenticates', 'soft', 'provider-first')
    need(id, index % 2 === 0 ? bus : proxy, 'uses', 'soft', 'any', { pricePerDay: 150 })
  })
  ;['STO', 'KYS', 'INN'].forEach((code, index) => {
    const id = add(`EPJ-${code}-T`, `${w.journal} ${trusts[index][1].split(' ')[0]}`, 'application', trusts[index], { serviceArea: w.area.clinical, environment: 'Test', supplier: suppliers.journal, sensitivity: 'internal', criticality: 1, effort: 3 })
    need(id, `EPJ-${code}`, 'other', 'soft', 'any')
  })
  ;[['NET-1', 'Medisinsk nettsone', w.area.network], ['NET-2', 'Trådløst nett', w.area.network], ['NET-3', 'Telefoni og varsling', w.area.telephony]].forEach(([id, name, area]) => {
    add(id, name, 'network', regional, { serviceArea: area, team: 'Nett', supplier: suppliers.network, criticality: 3, effort: 18, cost: 240000 })
    need(id, directory, 'authenticates', 'soft', 'provider-first')
  })
  const arkiv = items.find((item) => item.id === 'REG-8')
  Object.assign(arkiv, { disposition: 'retain' })
  Object.assign(items.find((item) => item.id === 'REG-9'), { disposition: 'retire', phaseOutReason: w.unsafe })
  const sheets = ['application', 'server', 'platform', 'device-class']
  const place = ({ kind }) => (sheets.includes(kind) ? sheets.indexOf(kind) : sheets.length)
  items.sort((a, b) => place(a) - place(b))
  return { items, dependencies: dependencies.map((row, index) => ({ id: `d${index + 1}`, ...row })) }
}

const makeWaves = (w, total) => {
  const dates = [
    ['2027-01-11', '2027-03-19'], ['2027-04-05', '2027-06-11'], ['2027-08-16', '2027-10-22'], ['2027-12-15', '2028-01-05'],
    ['2028-01-17', '2028-03-24'], ['2028-04-17', '2028-06-16'], ['2028-08-21', '2028-10-27'], ['2028-11-06', '2028-12-15'],
  ]
  return dates.map(([start, end], index) => ({
    id: `wave${index + 1}`, number: index + 1, name: index === 0 ? w.pilot : index === 3 ? w.window : `${w.wave} ${index + 1}`, start, end,
    capacity: index === 3 ? 60 : Math.ceil((total * 1.4) / 7 / 10) * 10, budget: 4_000_000, status: index === 0 ? 'committed' : 'planned',
  }))
}

const makePlan = (w) => {
  const { items, dependencies } = makeRegion(w)
  const movable = items.filter((item) => item.kind !== 'platform' && item.disposition !== 'retain')
  const waves = makeWaves(w, movable.reduce((sum, item) => sum + (item.effort ?? 1), 0))
  const rules = [
    { type: 'together', itemIds: ['PACS-ELV', 'PACS-SKO'], reason: w.together },
    { type: 'apart', itemIds: ['EPJ-STO', 'EPJ-KYS'], reason: w.apart },
    { type: 'before', itemIds: ['TJE-1', 'EPJ-STO'], lag: 1, reason: w.before },
    { type: 'pin', itemIds: ['LAB-KYS'], wave: 2, reason: w.pin },
    { type: 'window', itemIds: ['REG-2'], latest: '2027-12-31', reason: w.late },
    { type: 'critical-limit', itemIds: [], limit: 2, reason: w.limit },
  ].map((rule, index) => ({ id: `rule${index + 1}`, ...rule }))
  const freezeWindows = [
    { name: `${w.summer} 2027`, start: '2027-06-21', end: '2027-08-15' }, { name: `${w.christmas} 2027`, start: '2027-12-13', end: '2028-01-09' },
    { name: `${w.summer} 2028`, start: '2028-06-19', end: '2028-08-20' }, { name: w.move, start: '2027-09-01', end: '2027-09-30', organisation: trusts[3][1] },
  ].map((freeze, index) => ({ id: `freeze${index + 1}`, ...freeze }))
  const placed = new Map()
  const put = (wave, test) => movable.filter((item) => !['server', 'database'].includes(item.kind) && test(item)).forEach((item) => placed.has(item.id) || placed.set(item.id, wave))
  // What runs on a server says where it goes; the server follows.
  put(1, (item) => item.id.startsWith('TJE-') || item.organisation === trusts[8][1])
  put(2, (item) => item.organisation === trusts[7][1] || item.id.startsWith('NET-'))
  // A few things that the violations show: a pin missed, a freeze hit, and two that must move together but do not.
  put(3, (item) => item.id === 'LAB-KYS' || item.organisation === trusts[9][1])
  put(4, (item) => item.id === 'REG-1')
  put(5, (item) => item.id === 'KUR-SKO')
  put(3, (item) => item.id === 'EPJ-SKO')
  const groups = [...placed].map(([id, wave]) => ({
    id: `group-${id}`, name: items.find((item) => item.id === id).name, itemIds: [id], waveId: `wave${wave}`, origin: 'computed',
  }))
  const estate = { items, dependencies, unresolved: [], extraSheets: [], imports: [] }
  const scenario = { id: 'scenario1', name: 'Plan', groups, waves, rules, freezeWindows }
  return { id: 'plan1', name: 'Region', estate, scenarios: [scenario], activeScenarioId: 'scenario1' }
}

const program = process.argv[2] ?? join(root, 'out', 'main', 'cli.js')

const wavewright = (language, ...args) => {
  const run = spawnSync(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, WAVEWRIGHT_LANG: language } })
  if (run.status !== 0) throw new Error(`wavewright ${args[0]} ended with ${run.status}`)
}

const folder = mkdtempSync(join(tmpdir(), 'wavewright-samples-'))
try {
  for (const [language, name] of [['en', 'sample-region'], ['nb', 'sample-region-nb']]) {
    const plan = { format: 'wavewright-plan', version: 1, document: makePlan(words[language]), history: { done: [], undone: [] } }
    const first = join(folder, `${name}.waveplan`)
    const second = join(folder, `${name}.xlsx`)
    writeFileSync(first, JSON.stringify(plan))
    wavewright(language, 'export', first, '-o', second)
    // Read once more, so that the groups are the computed ones.
    wavewright(language, 'export', second, '-o', join(root, 'resources', `${name}.xlsx`))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
