type Find = (platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv, exists?: (path: string) => boolean) => string | null

export declare const findBrowser: Find
export declare const findHeadlessBrowser: Find
