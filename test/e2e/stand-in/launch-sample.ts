import { test as base } from '@playwright/test'
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

declare global {
  interface Window {
    readonly sample: Sample
    fileRead?: { path: string; text: string }
    heard?: unknown[]
  }
}

/** What the main process of the sample keeps for a test to look at. */
export interface SampleMain {
  readonly notes: unknown[]
  readonly secondInstances: unknown[]
  readonly gone: string[]
  readonly navigations: string[]
  askForFile(): Promise<{ canceled: boolean; filePaths: string[] }>
}

export interface SampleSettings {
  readonly noCsp?: boolean
  readonly navigationAllowed?: boolean
  readonly permissionsAllowed?: boolean
  readonly networkAllowed?: boolean
  readonly windowPreferences?: Readonly<Record<string, unknown>>
}

/** Starts the sample application of test/electron-sample, always on the stand-in. Settings take one protection away each. */
export const launchSample = (
  settings: SampleSettings = {},
  options: Pick<LaunchOptions, 'userData' | 'args'> = {},
): Promise<Launched> =>
  launch({ ...options, host: 'stand-in', appPath: samplePath, env: { SAMPLE_SETTINGS: JSON.stringify(settings) } })

interface Fixtures {
  /** Of the sample that `sample` starts. */
  readonly settings: SampleSettings
  /** The sample, running; it is closed after the test. */
  readonly sample: Launched
}

export const test = base.extend<Fixtures>({
  settings: [{}, { option: true }],
  sample: async ({ settings }, use) => {
    const launched = await launchSample(settings)
    await use(launched)
    await launched.close()
  },
})

/** The value of one of SampleMain's fields. */
export const mainValue = <Name extends keyof SampleMain>({ app }: Launched, name: Name): Promise<SampleMain[Name]> =>
  app.evaluate((_electron, key) => (globalThis as unknown as Record<string, unknown>)[key] as never, name as string)
