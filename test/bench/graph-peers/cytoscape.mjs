import cytoscape from 'cytoscape'

/** P2: Cytoscape on its canvas, with the settings that its own manual names for large graphs. */

const { estate } = window
const elements = [
  ...estate.names.map((name, item) => ({ data: { id: `${item}`, name }, position: { x: estate.x[item], y: estate.y[item] } })),
  ...estate.from.map((from, edge) => ({ data: { id: `e${edge}`, source: `${from}`, target: `${estate.to[edge]}` } })),
]
const cy = cytoscape({
  container: document.getElementById('root'),
  elements,
  layout: { name: 'preset' },
  pixelRatio: 1,
  textureOnViewport: false,
  hideEdgesOnViewport: false,
  style: [
    { selector: 'node', style: { shape: 'rectangle', width: 160, height: 44, label: 'data(name)', 'font-size': 13, 'min-zoomed-font-size': 6, 'text-valign': 'center', 'background-color': '#cfe3f1' } },
    { selector: 'edge', style: { 'curve-style': 'haystack', width: 1, 'line-color': '#999' } },
  ],
})
cy.nodes().panify()
window.peer = {
  ready: true,
  near: () => cy.viewport({ zoom: 1, pan: { x: innerWidth / 2 - estate.x[estate.middle], y: innerHeight / 2 - estate.y[estate.middle] } }),
  fit: () => cy.fit(),
}
