import path from 'node:path'

/**
 * The layers of DESIGN 3, held by lint. A file belongs to the first layer that its path begins with; it may import
 * the layers listed, and a guarded package only from the places named.
 */
const layers = [
  { name: 'core', root: 'src-core/', may: ['core'] },
  { name: 'contract', root: 'src-main/contract/', may: ['core', 'contract'] },
  { name: 'main', root: 'src-main/', may: ['core', 'contract', 'main'] },
  { name: 'renderer', root: 'src-renderer/', may: ['core', 'contract', 'renderer'] },
  { name: 'checker', root: 'test/checker/', may: ['core', 'checker'] },
  { name: 'test', root: 'test/', may: ['core', 'contract', 'main', 'renderer', 'checker', 'test'] },
]

const aliases = { '@core/': 'src-core/', '@main/': 'src-main/', '@renderer/': 'src-renderer/', '@test/': 'test/' }

const guardedPackages = [
  {
    package: /^electron($|\/)/,
    allowed: (file) => file === 'src-main/index.ts' || /-electron\.ts$/.test(file) || file.startsWith('test/'),
    where: 'src-main/index.ts and files that end in -electron.ts',
  },
  { package: /^dexie($|\/)/, allowed: (file) => file.startsWith('src-renderer/db/'), where: 'src-renderer/db/' },
  { package: /^@xyflow\//, allowed: (file) => file.startsWith('src-renderer/canvas/'), where: 'src-renderer/canvas/' },
  {
    package: /^xlsx($|\/)/,
    allowed: (file) => /^src-main\/excel\/|^test\//.test(file),
    where: 'src-main/excel/',
  },
  {
    package: /^(node:|react($|\/|-dom)|@mantine\/)/,
    allowed: (file) => !file.startsWith('src-core/'),
    where: 'main, renderer and tests; the core is pure',
  },
]

const layerOf = (file) => layers.find((layer) => file.startsWith(layer.root))

const projectPath = (specifier, file) => {
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix))
  if (alias) return aliases[alias] + specifier.slice(alias.length)
  if (!specifier.startsWith('.')) return null
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier))
}

/** The reason why `file` may not import `specifier`, or null. */
export const refusal = (file, specifier) => {
  const guard = guardedPackages.find((candidate) => candidate.package.test(specifier))
  if (guard && !guard.allowed(file)) return `'${specifier}' may be imported only in ${guard.where}.`
  const target = projectPath(specifier, file)
  const from = layerOf(file)
  const to = target && layerOf(target)
  if (!from || !to) return null
  if (from.name === 'checker' && /^src-core\/(violations|planning)\//.test(target)) {
    return 'The checker is independent: it may not import violations/ or planning/.'
  }
  if (from.may.includes(to.name)) return null
  return `${from.name} may import only ${from.may.join(', ')}; '${specifier}' is ${to.name}.`
}

const check = (context, file) => (node) => {
  const specifier = node.source?.value
  if (typeof specifier !== 'string') return
  const message = refusal(file, specifier)
  if (message) context.report({ node: node.source, message })
}

export const layersPlugin = {
  rules: {
    layers: {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
        const visit = check(context, file)
        return {
          ImportDeclaration: visit,
          ImportExpression: visit,
          ExportNamedDeclaration: visit,
          ExportAllDeclaration: visit,
        }
      },
    },
  },
}
