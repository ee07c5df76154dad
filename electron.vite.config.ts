import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const alias = { '@core': at('./src-core'), '@main': at('./src-main'), '@renderer': at('./src-renderer') }

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      lib: {
        entry: {
          index: at('./src-main/index.ts'),
          cli: at('./src-main/cli/cli.ts'),
          'workbook-worker': at('./src-main/excel/workbook-worker.ts'),
        },
        formats: ['es'],
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      lib: { entry: at('./src-main/preload-electron.ts'), formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: 'preload.cjs' } },
      // A sandboxed preload can require only electron: everything else is bundled in.
      externalizeDeps: false,
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    resolve: { alias },
    // Half the bytes to read before the first picture.
    build: { outDir: at('./out/renderer'), minify: true, rollupOptions: { input: at('./src-renderer/index.html') } },
    worker: { format: 'es' },
  },
})
