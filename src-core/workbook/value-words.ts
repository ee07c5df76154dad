import type { Disposition, ItemKind, Sensitivity } from '../estate/item'
import type { DependencyType, Order, Strength } from '../estate/dependency'
import type { RuleType } from '../plan/rule'
import type { WaveStatus } from '../plan/wave'
import type { MoveGroup } from '../plan/plan-document'
import { FoldedMap } from './fold'
import { spellings, type WordTable } from './words'

export const kindWords: WordTable<ItemKind> = {
  application: { en: 'Application', nb: 'Applikasjon', also: 'Applications;App;Applikasjoner;Applikation;System;Fagsystem;Software;Programvare;Webapplikasjon;Web application;Webbapplikation;Webapplikation' },
  server: { en: 'Server', nb: 'Server', also: 'Servers;Servere;Virtual machine;VM;Virtuell maskin;Tjener;Host;Machine;Servrar;Virtuell server;Virtuel server;Virtual server;Fysisk server;Physical server;Databaseserver;Database server' },
  platform: { en: 'Platform', nb: 'Plattform', also: 'Platforms;Plattformer' },
  'device-class': {
    en: 'Device class', nb: 'Enhetsklasse',
    also: 'Device;Devices;Device classes;Enhet;Enheter;Utstyr;Medisinsk utstyr;Medical device;Enhed;Enhedsklasse;Enhetsklass;Apparat;Medisinteknisk utstyr;Medicinteknisk utrustning;Medicinteknik;Medicoteknisk udstyr;Udstyr;Utrustning',
  },
  database: { en: 'Database', nb: 'Database', also: 'Databases;Databaser;Databas;DB' },
  network: { en: 'Network', nb: 'Nettverk', also: 'Networks;Nätverk;Netværk;Nett' },
  service: { en: 'Service', nb: 'Tjeneste', also: 'Services;Tjenester;Tjänst' },
}

export const dispositionWords: WordTable<Disposition> = {
  retain: { en: 'Retain', nb: 'Behold', also: 'Beholde;Beholdes;Behålla;Behålls;Bibehåll;Keep;Revisit;Bevare;Bevares;Ikke flytt;Ikke flyttes;Skal ikke flyttes;Flyttas inte;Flyttes ikke' },
  retire: { en: 'Retire', nb: 'Avvikle', also: 'Avvikles;Fase ut;Fases ut;Avveckla;Afvikle;Afvikles;Decommission;Sanere;Saneres;Skal avvikles;Skal fases ut;Utfases;Udfases;Fasas ut' },
  rehost: { en: 'Rehost', nb: 'Rehost', also: 'Flytt som den er;Lift and shift;Lift & shift;Flytta som den är;Flyt som den er' },
  relocate: { en: 'Relocate', nb: 'Flytt', also: 'Flytte;Flyttes;Omlokalisere;Relokere;Flytta;Flyt' },
  replatform: { en: 'Replatform', nb: 'Bytt plattform', also: 'Ny plattform;Byt plattform;Skift platform;Re-platform' },
  repurchase: { en: 'Repurchase', nb: 'Kjøp nytt', also: 'Gjenkjøp;Erstatt;Erstattes;Ersätt;Ersätts;Erstat;Bytt ut;Byttes ut;Udskift;Udskiftes;Köp nytt;Køb nyt;Replace;Purchase;Re-purchase' },
  refactor: { en: 'Refactor', nb: 'Bygg om', also: 'Refaktorere;Omskriv;Bygg om;Bygges om;Byg om;Rebuild;Rewrite;Rearchitect;Re-architect;Re-factor' },
  consolidate: {
    en: 'Consolidate into', nb: 'Konsolider',
    also: 'Consolidate;Konsolidere;Konsolideres;Konsolideres i;Konsolidera;Konsolidér;Konsolideras;Slå sammen;Slås sammen;Slås samman',
  },
}

export const sensitivityWords: WordTable<Sensitivity> = {
  open: { en: 'Open', nb: 'Åpen', also: 'Public;Offentlig;Offentleg;Offentligt;Öppen;Öppet;Åben;Åbent;Åpent' },
  internal: { en: 'Internal', nb: 'Intern', also: 'Internt;Internal use;Internal use only;Intern bruk;Internt bruk;Til intern bruk;Intern användning;Internt brug' },
  confidential: { en: 'Confidential', nb: 'Konfidensiell', also: 'Fortrolig;Konfidentiell;Konfidentiel;Secret;Hemlig;Konfidensielt;Strengt fortrolig;Strengt konfidensiell;' +
      'Strictly confidential;Highly confidential;Top secret;Classified;Restricted;Begrenset;Hemmelig;Strengt hemmelig;Hemligt;Sekretess;Gradert;Sensitiv;Sensitive;' +
      'Sensitivt;Känslig;Følsom;Fortroligt;Taushetsbelagt;Unntatt offentlighet' },
}

export const originWords: WordTable<MoveGroup['origin']> = {
  computed: { en: 'Computed', nb: 'Beregnet', also: 'Beräknad;Beregnet' },
  planner: { en: 'Planner', nb: 'Planlegger', also: 'Planerare;Planlægger;Manual;Manuell' },
}

export const typeWords: WordTable<DependencyType> = {
  'runs-on': { en: 'Runs on', nb: 'Kjører på', also: 'Körs på;Kör på;Kører på;Hosted on;Driftes på;Installed on;Runs on::Runs;Hosted on::Hosts' },
  uses: { en: 'Uses', nb: 'Bruker', also: 'Använder;Bruger;Calls;Kaller;Depends on;Avhenger av;Depends on::Used by;Benytter' },
  'data-flow': { en: 'Data flow', nb: 'Dataflyt', also: 'Dataflöde;Dataflow;Data;Sends data to;Integrasjon;Integration' },
  authenticates: { en: 'Authenticates', nb: 'Autentiserer', also: 'Autentiserar;Autentificerer;Authenticates with;Authentication;Autentisering;Pålogging' },
  contains: { en: 'Contains', nb: 'Inneholder', also: 'Innehåller;Indeholder;Contains::Contained by;Has;Består av' },
  other: { en: 'Other', nb: 'Annet', also: 'Annat;Andet;Annen' },
}

export const strengthWords: WordTable<Strength> = {
  hard: { en: 'Hard', nb: 'Hard', also: 'Hård;Hårt;Hardt;Strong;Sterk;H' },
  soft: { en: 'Soft', nb: 'Myk', also: 'Mjuk;Blød;Mykt;Weak;Svak;S' },
}

export const orderWords: WordTable<Order> = {
  together: { en: 'Together', nb: 'Sammen', also: 'Samtidig;Tillsammans;Samme bølge;Same wave' },
  'provider-first': { en: 'Provider first', nb: 'Tilbyder først', also: 'Leverandør først;Leverantör först;Leverantören först;Udbyder først;Yter først;Provider' },
  any: { en: 'Any', nb: 'Valgfri', also: 'Alle;Valfri;Valgfri rekkefølge;Vilkårlig;Likegyldig;None;Ingen' },
}

export const waveStatusWords: WordTable<WaveStatus> = {
  planned: { en: 'Planned', nb: 'Planlagt', also: 'Planerad;Plan;Draft;Utkast' },
  committed: { en: 'Committed', nb: 'Bestemt', also: 'Forpliktet;Bekreftet;Beslutad;Beslutet;Besluttet;Bekräftad;Bekræftet;Confirmed;Approved;Låst;Locked' },
  running: { en: 'Running', nb: 'Pågår', also: 'Pågående;Pågår nå;Ongoing;In progress;I gang;Igang' },
  done: { en: 'Done', nb: 'Ferdig', also: 'Färdig;Færdig;Utført;Completed;Complete;Fullført;Avsluttet;Avslutad' },
}

export const ruleTypeWords: WordTable<RuleType> = {
  together: { en: 'Together', nb: 'Sammen', also: 'Tillsammans;Samtidig' },
  apart: { en: 'Apart', nb: 'Atskilt', also: 'Fra hverandre;Hver for seg;Adskilt;Isär;Åtskilda;Åtskilt;Hver for sig;Separate' },
  before: { en: 'Before', nb: 'Før', also: 'Före;Innan' },
  pin: { en: 'Pin', nb: 'Fest', also: 'Festet;Låst;Lås;Fäst;Pinned;Fastlåst;Fastgør;Fixed' },
  window: { en: 'Window', nb: 'Tidsvindu', also: 'Vindu;Tidsfönster;Fönster;Tidsvindue;Vindue' },
  capacity: { en: 'Capacity', nb: 'Kapasitet', also: 'Kapacitet' },
  'critical-limit': {
    en: 'Critical limit', nb: 'Kritisk grense',
    also: 'Grense for kritiske;Kritisk gräns;Kritisk grænse;Patient-critical limit;Pasientkritisk grense',
  },
}

const yesNoWords: WordTable<'yes' | 'no'> = {
  yes: { en: 'Yes', nb: 'Ja', also: 'Y;J;True;Sann;Sant;Sand;1;X;✓;✔;☑;✅' },
  no: { en: 'No', nb: 'Nei', also: 'N;Nej;False;Usann;Usant;Falsk;Falskt;0;✗;✘;☐;❌' },
}

export const yesNo = (language: 'en' | 'nb'): readonly [string, string] => [yesNoWords.yes[language], yesNoWords.no[language]]

export const kindByWord = new FoldedMap(spellings(kindWords))
export const dispositionByWord = new FoldedMap(spellings(dispositionWords))
export const sensitivityByWord = new FoldedMap(spellings(sensitivityWords))
export const originByWord = new FoldedMap(spellings(originWords))
export const typeByWord = new FoldedMap(spellings(typeWords))
export const strengthByWord = new FoldedMap(spellings(strengthWords))
export const orderByWord = new FoldedMap(spellings(orderWords))
export const waveStatusByWord = new FoldedMap(spellings(waveStatusWords))
export const ruleTypeByWord = new FoldedMap(spellings(ruleTypeWords))
export const yesNoByWord = new FoldedMap(spellings(yesNoWords))
export { criticalityByWord } from './criticality-words'

/** What stands in place of the name of an item that must not be named. */
export const sensitivityWordFor = (sensitivity: Sensitivity, language: 'en' | 'nb'): string =>
  sensitivityWords[sensitivity][language]
