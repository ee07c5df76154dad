import { FoldedMap } from './fold'
import { spellings, type WordTable } from './words'

export const itemFields = [
  'id', 'name', 'kind', 'organisation', 'site', 'serviceArea', 'environment', 'owner', 'team', 'supplier', 'criticality',
  'disposition', 'consolidateInto', 'phaseOutReason', 'endOfSupport', 'effort', 'cost', 'users', 'count', 'sensitivity',
  'sharedService', 'moveGroup', 'moveGroupOrigin', 'wave', 'status', 'notes',
] as const
export type ItemField = (typeof itemFields)[number]

export const itemHeadings: WordTable<ItemField> = {
  id: { en: 'Id', nb: 'Id', also: 'Item id;CI id;Identifier;Identifikator;Identifierare;Unique id;Element-id;System-id;Asset id' },
  name: {
    en: 'Name', nb: 'Navn',
    also: 'Namn;Item name;CI name;CI navn;CI namn;Display name;Visningsnavn;System name;Systemnavn;Systemnamn;Title;Tittel;Benämning;Betegnelse',
  },
  kind: { en: 'Kind', nb: 'Slag', also: 'Type;Typ;Item type;Item kind;Elementtype;Art;Sort;Slags;CI type' },
  organisation: {
    en: 'Organisation', nb: 'Organisasjon',
    also: 'Organization;Org;Helseforetak;HF;Foretak;Virksomhet;Sykehus;Sjukhus;Sygehus;Hospital;Förvaltning;Trust;Hospital trust;Verksamhet;Virksomhed;Region',
  },
  site: { en: 'Site', nb: 'Sted', also: 'Location;Lokasjon;Lokasjoner;Lokation;Plats;Ort;Datacenter;Datasenter;Data center;Anlegg' },
  serviceArea: {
    en: 'Service area', nb: 'Tjenesteområde',
    also: 'Tjänsteområde;Serviceområde;Tjenesteomraade;Business service;Tjeneste område;Område',
  },
  environment: { en: 'Environment', nb: 'Miljø', also: 'Miljö;Env;Driftsmiljø' },
  owner: { en: 'Owner', nb: 'Eier', also: 'Ägare;Ejer;Forvalter;Systemforvalter;Förvaltare;Systemförvaltare;Tjenesteeier;Service owner;System owner;Systemeier;Systemägare;Systemejer;Business owner' },
  team: { en: 'Team', nb: 'Team', also: 'Group responsible;Lag;Forvaltningsteam;Driftsteam' },
  supplier: { en: 'Supplier', nb: 'Leverandør', also: 'Leverantör;Vendor;Leverandor;Lev;Lev.' },
  criticality: { en: 'Criticality', nb: 'Kritikalitet', also: 'Krit;Krit.;Kritikalitetsgrad;Kritiskhet;Kritisk nivå;Kritiskt;Kritiskhed;Business criticality' },
  disposition: {
    en: 'Disposition', nb: 'Tiltak',
    also: 'Åtgärd;Handling;Treatment;Strategy;Migration strategy;Migreringsstrategi;R type;6R;7R',
  },
  consolidateInto: {
    en: 'Consolidate into', nb: 'Konsolideres i',
    also: 'Konsolideres inn i;Konsolideras till;Konsolideras i;Konsolideres til;Merge into;Slås sammen med',
  },
  phaseOutReason: {
    en: 'Phase-out reason', nb: 'Utfasingsgrunn',
    also: 'Grunn til utfasing;Årsak til utfasing;Utfasningsorsak;Orsak till utfasning;Udfasningsgrund;Årsag til udfasning',
  },
  endOfSupport: {
    en: 'End of support', nb: 'Slutt på støtte',
    also: 'EoS;End of life;EOL;Støtte slutter;Støtteslutt;Slutt på support;Supportslutt;Slut på support;Supportslut;Support slutar;Support ophører;Support ends;End of support date;Support end date;Sluttdato support;Sluttdato for støtte;Sluttdato for support;Slutdatum support;Slutdato support',
  },
  effort: {
    en: 'Effort (person-days)', nb: 'Innsats (dagsverk)',
    also: 'Effort;Person-days;Effort days;Effort (days);Innsats;Dagsverk;Insats;Insats (persondagar);Persondagar;Indsats;Indsats (persondage);Persondage;Arbeidsmengde',
  },
  cost: { en: 'Cost', nb: 'Kostnad', also: 'Kostnader;Omkostning;Omkostninger;Pris;Costs;Kostnad (NOK);Kostnad (kr);Kostnad (SEK);Cost (NOK);Cost (SEK);Cost (EUR);Migration cost;Migreringskostnad;Flyttekostnad' },
  users: { en: 'Users', nb: 'Brukere', also: 'Användare;Brugere;Number of users;Antall brukere;Ant. brukere;Antall brukere (stk);Ant. brukere (stk);Antal användare;Antal brugere' },
  count: { en: 'Count', nb: 'Antall', also: 'Antal;Quantity;Number of devices;Antall enheter;Antal enheter;Antal enheder;Qty' },
  sensitivity: { en: 'Sensitivity', nb: 'Sensitivitet', also: 'Känslighet;Følsomhed;Følsomhet;Konfidensialitet;Gradering;Confidentiality' },
  sharedService: {
    en: 'Shared service', nb: 'Fellestjeneste',
    also: 'Delad tjänst;Gemensam tjänst;Fælles tjeneste;Fællestjeneste;Felles tjeneste;Shared',
  },
  moveGroup: { en: 'Move group', nb: 'Flyttegruppe', also: 'Flyttgrupp;Flyttegruppe navn' },
  moveGroupOrigin: { en: 'Move group origin', nb: 'Flyttegruppens opphav', also: 'Flyttgruppens ursprung;Flyttegruppens oprindelse' },
  wave: { en: 'Wave', nb: 'Bølge', also: 'Våg;Migration wave;Migreringsbølge;Wave number;Bølgenummer' },
  status: { en: 'Status', nb: 'Status', also: 'State;Tilstand' },
  notes: {
    en: 'Notes', nb: 'Merknader',
    also: 'Note;Merknad;Notat;Notater;Anmärkning;Anmärkningar;Bemærkning;Bemærkninger;Noter;Kommentar;Kommentarer;Comment;Comments;Remarks',
  },
}

export const dependencyFields = [
  'from', 'to', 'type', 'strength', 'order', 'maxLatencyMs', 'pricePerDay', 'confidence', 'source', 'notes',
] as const
export type DependencyField = (typeof dependencyFields)[number]

export const dependencyHeadings: WordTable<DependencyField> = {
  from: { en: 'From', nb: 'Fra', also: 'Från;From id;Fra id;From system id;Fra system-id;From CI;Fra CI;Source CI;Kilde CI;From application;Fra applikasjon;From system;Fra system;Från system;Consumer;Konsument;Forbruker;Forbruger;Sender;Avsender;Avsändare;Afsender' },
  to: { en: 'To', nb: 'Til', also: 'Till;To id;Til id;To system id;Til system-id;To CI;Til CI;Motpart;Motsystem;Motpartsystem;Counterpart;Integrert med;Target CI;Mål CI;To application;Til applikasjon;To system;Til system;Till system;Receiver;Mottaker;Mottagare;Modtager;Provider;Depends on;Avhenger av;Avhengig av;Beroende av;Afhænger af;Leverer' },
  type: { en: 'Type', nb: 'Type', also: 'Typ;Dependency type;Avhengighetstype;Relasjon;Relation;Relasjonstype;Beroendetyp;Afhængighedstype' },
  strength: { en: 'Strength', nb: 'Styrke', also: 'Styrka;Hard or soft;Hard/soft;Hard/myk' },
  order: { en: 'Order', nb: 'Rekkefølge', also: 'Ordning;Ordningsföljd;Rækkefølge;Sequence' },
  maxLatencyMs: {
    en: 'Max latency (ms)', nb: 'Maks forsinkelse (ms)',
    also: 'Max latency;Maximum latency;Latency;Latency (ms);Maks latens;Maks latens (ms);Maks. forsinkelse;Maks forsinkelse;Max fördröjning (ms);Max latens (ms);Maks. latenstid (ms)',
  },
  pricePerDay: { en: 'Price per day', nb: 'Pris per dag', also: 'Pris per dygn;Pris pr. dag;Pris pr dag;Bridge price;Dagspris' },
  confidence: { en: 'Confidence', nb: 'Sikkerhet', also: 'Tillit;Säkerhet;Konfidens;Sikkerhed;Pålitelighet' },
  source: { en: 'Source', nb: 'Kilde', also: 'Källa' },
  notes: itemHeadings.notes,
}

export const waveFields = ['number', 'name', 'start', 'end', 'capacity', 'maxItems', 'budget', 'supplier', 'status'] as const
export type WaveField = (typeof waveFields)[number]

export const waveHeadings: WordTable<WaveField> = {
  number: { en: 'Wave', nb: 'Bølge', also: 'Våg;Number;Nummer;Nr;No;Wave number;Bølgenummer;Vågnummer' },
  name: { en: 'Name', nb: 'Navn', also: 'Namn;Wave name;Bølgenavn' },
  start: { en: 'Start', nb: 'Start', also: 'Start date;Startdato;Startdatum;From;Fra;Från' },
  end: { en: 'End', nb: 'Slutt', also: 'End date;Sluttdato;Slut;Slutdatum;Slutdato;To;Til;Till' },
  capacity: {
    en: 'Capacity (person-days)', nb: 'Kapasitet (dagsverk)',
    also: 'Capacity;Kapasitet;Kapacitet;Kapacitet (persondagar);Kapacitet (persondage);Capacity (days)',
  },
  maxItems: { en: 'Max items', nb: 'Maks elementer', also: 'Maximum items;Maks antall elementer;Max antal;Maks antal;Maks. elementer;Max objekt' },
  budget: { en: 'Budget', nb: 'Budsjett', also: 'Budget (NOK)' },
  supplier: itemHeadings.supplier,
  status: itemHeadings.status,
}

export const ruleFields = [
  'type', 'items', 'wave', 'earliest', 'latest', 'lag', 'limit', 'organisation', 'site', 'serviceArea', 'supplier', 'team', 'reason',
] as const
export type RuleField = (typeof ruleFields)[number]

export const ruleHeadings: WordTable<RuleField> = {
  type: { en: 'Type', nb: 'Type', also: 'Typ;Rule;Regel;Rule type;Regeltype;Regeltyp' },
  items: { en: 'Items', nb: 'Elementer', also: 'Item;Element;Objekt;Elementer (id)' },
  wave: itemHeadings.wave,
  earliest: { en: 'Earliest', nb: 'Tidligst', also: 'Not before;Ikke før;Tidigast;Inte före;Tidligste' },
  latest: { en: 'Latest', nb: 'Senest', also: 'Not after;Ikke etter;Inte efter;Ikke efter;Seneste' },
  lag: { en: 'Lag (waves)', nb: 'Avstand (bølger)', also: 'Lag;Avstand;Avstånd;Avstånd (vågor);Afstand;Afstand (bølger);Distance' },
  limit: { en: 'Limit', nb: 'Grense', also: 'Gräns;Grænse;Maximum;Maks' },
  organisation: itemHeadings.organisation,
  site: itemHeadings.site,
  serviceArea: itemHeadings.serviceArea,
  supplier: itemHeadings.supplier,
  team: itemHeadings.team,
  reason: { en: 'Reason', nb: 'Begrunnelse', also: 'Grunn;Årsak;Orsak;Skäl;Årsag;Grund;Why' },
}

export const freezeFields = ['name', 'start', 'end', 'organisation', 'site', 'serviceArea'] as const
export type FreezeField = (typeof freezeFields)[number]

export const freezeHeadings: WordTable<FreezeField> = {
  name: { en: 'Name', nb: 'Navn', also: 'Namn;Freeze;Frys;Title' },
  start: waveHeadings.start,
  end: waveHeadings.end,
  organisation: itemHeadings.organisation,
  site: itemHeadings.site,
  serviceArea: itemHeadings.serviceArea,
}

/** Everything that rows of our own sheets can be. */
export type TableRole = 'items' | 'dependencies' | 'waves' | 'rules' | 'freeze-windows'

/** What each heading of a sheet of that role stands for; undefined where it is an extra field. */
export const fieldByHeading: Readonly<Record<TableRole, FoldedMap<string>>> = {
  items: new FoldedMap<string>(spellings(itemHeadings)),
  dependencies: new FoldedMap<string>(spellings(dependencyHeadings)),
  waves: new FoldedMap<string>(spellings(waveHeadings)),
  rules: new FoldedMap<string>(spellings(ruleHeadings)),
  'freeze-windows': new FoldedMap<string>(spellings(freezeHeadings)),
}
