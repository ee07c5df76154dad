import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { layersPlugin } from './tools/layers.js'

const sources = ['src-*/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}']

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'dist/', 'artefacts/', 'test-results/'] },
  ...tseslint.configs.recommended,
  {
    files: sources,
    plugins: { 'import-x': importX, wavewright: layersPlugin },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tsconfig.paths.json' })],
    },
    rules: {
      'wavewright/layers': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src-renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    // A describe block or a component is one function, but not one thought.
    files: ['test/**/*.{ts,tsx}', 'src-renderer/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  { files: ['test/**/*.{ts,tsx}'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['src-main/cli/**', 'test/bench/**'], rules: { 'no-console': 'off' } },
)
