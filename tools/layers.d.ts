import type { ESLint } from 'eslint'

/** The reason why `file` may not import `specifier`, or null. Both as paths from the root of the repository. */
export declare const refusal: (file: string, specifier: string) => string | null

export declare const layersPlugin: ESLint.Plugin
