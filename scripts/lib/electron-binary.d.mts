export declare const installedElectron: () => string | null
