import { fileURLToPath } from 'node:url'
import { launch, type Launched, type LaunchOptions } from '../launch'

const samplePath = fileURLToPath(new URL('../../electron-sample', import.meta.url))

/** What the preload of the sample exposes. */
export interface Sample {
  readonly version: string
  readonly nested: { readonly list: readonly number[] }
  add(a: number, b: number): number
  callTwice(callback: (value: number) => number, value: number): number[]
  throwNow(): never
  makeCounter(): { next(): number }
  echo(value: unknown): Promise<unknown>
  describe(value: unknown): Promise<{ origin: string; types: Record<string, string> }>
  fail(): Promise<never>
  unknownChannel(): Promise<never>
  readFile(file: File): Promise<{ path: string; text: string }>
  measureBig(): Promise<{ toPage: number; toMain: number; counts: unknown }>
  big(): Promise<unknown>
  takeBig(value: unknown): Promise<{ items: number; dependencies: number }>
  sendNote(note: unknown): void
  onMessage(listener: (...args: unknown[]) => void): () => void
  useUnmodelled(): unknown
}

export type SampleWindow = Window & { readonly sample: Sample; fileRead?: { path: string; text: string } }

export interface SampleSettings {
  readonly noCsp?: boolean
  readonly navigationAllowed?: boolean
  readonly permissionsAllowed?: boolean
  readonly networkAllowed?: boolean
}

/** Starts the sample application of test/electron-sample. Settings take one protection away each. */
export const launchSample = (
  settings: SampleSettings = {},
  options: Pick<LaunchOptions, 'userData' | 'args'> = {},
): Promise<Launched> =>
  launch({ ...options, appPath: samplePath, env: { SAMPLE_SETTINGS: JSON.stringify(settings) } })
