import type { ItemKind } from '../estate/item'
import { FoldedMap } from './fold'
import type { TableRole } from './headings'
import type { RawSheet } from './raw-workbook'
import { spellings, type WordTable } from './words'

/** The sheets that we write, and by which names we know them again. */
export type OwnSheet =
  | 'applications' | 'servers' | 'platforms' | 'devices' | 'databases' | 'networks' | 'services' | 'items'
  | 'dependencies' | 'waves' | 'rules' | 'freezeWindows'

export const sheetNames: WordTable<OwnSheet> = {
  applications: {
    en: 'Applications', nb: 'Applikasjoner',
    also: 'Application;Apps;Applikasjon;Applikationer;Systems;Systemer;System;Fagsystemer;Application list;Applikasjonsliste;Program',
  },
  servers: { en: 'Servers', nb: 'Servere', also: 'Server;Servrar;Tjenere;Virtual machines;Virtuelle maskiner;VMs;Server list;Serverliste;Machines' },
  platforms: { en: 'Platforms', nb: 'Plattformer', also: 'Platform;Plattform;Plattformar;Platforme' },
  devices: {
    en: 'Devices', nb: 'Enheter',
    also: 'Device classes;Device class;Enhetsklasser;Utstyr;Medisinsk utstyr;Medical devices;Apparater;Utrustning;Udstyr;Enheder;Apparat;Enhetsklasser;Enhedsklasser',
  },
  databases: { en: 'Databases', nb: 'Databaser', also: 'Database;Databas' },
  networks: { en: 'Networks', nb: 'Nettverk', also: 'Network;Nätverk;Netværk' },
  services: { en: 'Services', nb: 'Tjenester', also: 'Service;Tjänster;Tjeneste' },
  items: { en: 'Items', nb: 'Elementer', also: 'Item;Inventory;Elements;Element;Objekt;Objekter;Inventar;Estate;Inventarium;Portefølje;Configuration items' },
  dependencies: {
    en: 'Dependencies', nb: 'Avhengigheter',
    also: 'Dependency;Avhengighet;Beroenden;Beroende;Afhængigheder;Afhængighed;Relations;Relasjoner;Relationer;Integrations;Integrasjoner;Integrationer',
  },
  waves: { en: 'Waves', nb: 'Bølger', also: 'Wave;Bølge;Vågor;Våg;Wave plan;Bølgeplan;Migration waves;Migreringsbølger' },
  rules: { en: 'Rules', nb: 'Regler', also: 'Rule;Regel;Constraints' },
  freezeWindows: {
    en: 'Freeze windows', nb: 'Frysperioder',
    also: 'Freeze window;Freezes;Freeze;Frysperiode;Frys;Fryseperioder;Fryseperiode;Frysperioder;Change freeze;Endringsstopp;Ändringsstopp;Ændringsstop',
  },
}

export type SheetMeaning = { readonly role: TableRole; readonly kind: ItemKind | null }

const meanings: Readonly<Record<OwnSheet, SheetMeaning>> = {
  applications: { role: 'items', kind: 'application' },
  servers: { role: 'items', kind: 'server' },
  platforms: { role: 'items', kind: 'platform' },
  devices: { role: 'items', kind: 'device-class' },
  databases: { role: 'items', kind: 'database' },
  networks: { role: 'items', kind: 'network' },
  services: { role: 'items', kind: 'service' },
  items: { role: 'items', kind: null },
  dependencies: { role: 'dependencies', kind: null },
  waves: { role: 'waves', kind: null },
  rules: { role: 'rules', kind: null },
  freezeWindows: { role: 'freeze-windows', kind: null },
}

const meaningByName = new FoldedMap<SheetMeaning>(
  spellings(sheetNames).map(([spelling, own]) => [spelling, meanings[own]] as const),
)

/** What a sheet's name says that it holds, or the title of one of its tables; undefined where neither does. */
export const sheetMeaning = ({ name, title, partOf }: Pick<RawSheet, 'name' | 'title' | 'partOf'>): SheetMeaning | undefined =>
  meaningByName.get(title ?? '') ?? (partOf === undefined || partOf === name ? meaningByName.get(name) : undefined)

/** Sheets where we put rows that we could not take; never read as anything else, so that they stay what they are. */
const restSuffix = ' - not taken'
export const restSheetName = (name: string): string => name.slice(0, 31 - restSuffix.length) + restSuffix
export const isRestSheet = (name: string): boolean => name.endsWith(restSuffix)

const others = new FoldedMap<true>((
  'Contacts;Contact list;People;Persons;Employees;Kontakter;Kontaktliste;Kontaktpersoner;Personer;Ansatte;Brukere;Users;Användare;Brugere;Kontaktlista;' +
  'Prices;Price list;Priser;Prisliste;Prislista;Budget;Budsjett;Risks;Risk register;Risiko;Risikoer;Risikoregister;Risker;Riskregister;Locations;Sites;Lokasjoner;Lokationer;' +
  'Steder;Change log;Changelog;Endringslogg;Ändringslogg;Ændringslog;Log;Logg;Minutes;Referat;Møtereferat;Aksjoner;Actions;Aktiviteter;Activities;Tasks;Oppgaver;' +
  'Lisenser;Licences;Licenses;Licenser;Avtaler;Agreements;Contracts;Kontrakter;Avtal;Aftaler;Leverandører;Suppliers;Vendors;Leverantörer;Organisasjoner;Organisations;Foretak;Ordliste;' +
  'Glossary;Ordlista;Forklaring;Legend;Tegnforklaring;Lister;Lists;Nedtrekk;Dropdown;Kodeverk;Codes;Koder'
).split(';').map((word) => [word, true]))

/** Whether a sheet's name says that it lists something that is not planned: people, prices, risks. */
export const listsOthers = ({ name }: Pick<RawSheet, 'name'>): boolean => others.get(name) === true
