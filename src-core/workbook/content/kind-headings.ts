import { FoldedMap } from '../fold'

/** Kinds that people head a column of names with; other kinds' words mean too many things there (`Enhet`, `Tjeneste`, `Nett`). */
export type HeadedKind = 'application' | 'server'

const words: Readonly<Record<HeadedKind, string>> = {
  application:
    'Application;Applications;Application(s);App;Apps;Application name;Applikasjon;Applikasjoner;Applikasjon(er);Applikasjonsnavn;Applikation;' +
    'Applikationer;App.navn;App navn;Applikationsnamn;Applikationsnavn;System;Systems;Systemer;Fagsystem;Fagsystemer;System name;Systemnavn;Systemnamn;Brukes av applikasjon;Tilhører applikasjon',
  server:
    'Server;Servers;Server(s);Server name;Servernavn;Servernamn;Servere;Server(e);Servrar;Host;Hosts;Hostname;Host name;Vertsnavn;Tjener;Tjenere;Machine;' +
    'Machines;Maskin;Maskiner;Virtual machine;Virtual machines;VM;VMs;VM name;Virtuell maskin;Virtuelle maskiner;Runs on server;Kjører på server',
}

const kindByHeading = new FoldedMap<HeadedKind>(
  (['application', 'server'] as const).flatMap((kind) => words[kind].split(';').map((word) => [word, kind] as const)))

/** The kind of items that a column of this heading names: `Server`, `Applikasjon`; undefined where the heading says none. */
export const kindOfHeading = (heading: string): HeadedKind | undefined => kindByHeading.get(heading)

const ids: Readonly<Record<HeadedKind, string>> = {
  application: 'App id;Application id;Applikasjons-id;Applikations-id;System-id;System id',
  server: 'Server id;Server-id;VM id;Host id;Machine id',
}

const kindByIdHeading = new FoldedMap<HeadedKind>(
  (['application', 'server'] as const).flatMap((kind) => ids[kind].split(';').map((word) => [word, kind] as const)))

/** The kind of items whose ids a column of this heading holds: `AppID`. */
export const kindOfIdHeading = (heading: string): HeadedKind | undefined => kindByIdHeading.get(heading)

const dependsOn = new FoldedMap<true>(
  ('Depends on;Dependencies;Dependency;Avhenger av;Avhengig av;Avhengigheter;Beroende av;Beroenden;Afhænger af;Afhængigheder;Integrates with;' +
  'Integrations;Integrasjoner;Integrert med;Integrationer').split(';').map((word) => [word, true]))

/** Whether a column of this heading names what the row depends on. */
export const namesProviders = (heading: string): boolean => dependsOn.get(heading) === true

/**
 * Headings of lists that put one item beside another without saying that it needs it: what follows what, what is the same, and
 * what stands by or looks after it.
 */
export const tellsOfTwins =
  /flytt|moved|migrer|migrat|\bfrom\b|\bfra\b|från|decom|utfas|avvikl|avveckl|\bdr\b|disaster|tidl|\bikke\b|\bnot\b|\binte\b|blok|block|backup|sikkerhetskop|säkerhetskop|sikkerhedskop|overvåk|övervak|overvåg|monitor|standby|failover|reserve|proxy|jump|hopp|erstatt|ersätt|replac|succe|suksess|etterf|efterf|avløs|afløs|supersed|consolid|konsolid|merge|slås|duplik|duplic|dublet|dubbl|alias|synonym|same as|samme som|samma som|previous|tidligere|tidigare|former|\bold\b|\bnew\b|\bgammel|\bgammal|\bgamle|\bny(tt|e)?\b/iu
