import { readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { inputs, measuredRun, needs, program } from './measured-run.mjs'

/** What happens to every real input: items, dependencies, findings and seconds, or the one line of refusal. */

needs(inputs, program)
const filesIn = (folder) => readdirSync(folder).sort().flatMap((name) => {
  const path = join(folder, name)
  return statSync(path).isDirectory() ? filesIn(path) : /\.(xlsx|csv)$/.test(name) ? [path] : []
})
const rows = []
for (const file of filesIn(inputs)) {
  const { status, stdout, stderr, seconds } = await measuredRun([program, 'check', file, '--json'], 60_000)
  const name = relative(inputs, file)
  if (status === null) rows.push([name, 'no answer in 60 s', '', '', '', ''])
  else if (stdout === '') rows.push([name, stderr.trim().split('\n').at(-1), '', '', '', seconds.toFixed(1)])
  else {
    const answer = JSON.parse(stdout)
    const of = (severity) => answer.findingList.filter((finding) => finding.severity === severity).length
    rows.push([name, String(answer.items), String(answer.dependencies), `${of('error')} / ${of('warning')} / ${of('note')}`, String(answer.largestMoveGroup), seconds.toFixed(1)])
  }
}
console.log('| file | items, or the refusal | dependencies | errors / warnings / notes | largest group | s |\n| --- | --- | ---: | ---: | ---: | ---: |')
for (const row of rows) console.log(`| ${row.join(' | ')} |`)
