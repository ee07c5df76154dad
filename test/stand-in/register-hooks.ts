import { registerHooks } from 'node:module'

const electronModule = new URL('./electron-module.ts', import.meta.url).href

/** Whoever imports or requires `electron` in this process gets the stand-in. */
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'electron' || specifier === 'electron/main'
      ? { url: electronModule, shortCircuit: true }
      : nextResolve(specifier, context),
})
