const worker = new Worker('/worker.js', { type: 'module' })
worker.addEventListener('message', ({ data }) => {
  document.querySelector('#worker').textContent = data
})
document.querySelector('#file').addEventListener('change', async ({ target }) => {
  globalThis.fileRead = await globalThis.sample.readFile(target.files[0])
})
