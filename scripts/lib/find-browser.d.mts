export declare const findBrowser: (
  platform?: NodeJS.Platform,
  env?: NodeJS.ProcessEnv,
  exists?: (path: string) => boolean,
) => string | null
