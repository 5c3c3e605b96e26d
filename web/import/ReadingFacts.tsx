import { useSignal } from '@preact/signals'
import type { Reading } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { whole } from '../words.ts'
import { Reads } from './RoleSelect.tsx'
import { readsOf } from './reads.ts'
import { roleWords } from './roles.ts'

const FEW = 40

/** How a file was read, to look up: the decisions in words and what each column was. */
export function ReadingFacts({ reading }: { reading: Reading }) {
  const all = useSignal(false)
  const { columns, decimalMark, says } = reading
  const shown = all.value ? columns : columns.slice(0, FEW)
  return (
    <section class="panel" aria-labelledby="reading-title">
      <h2 id="reading-title">How it was read</h2>
      <ul class="says">
        {says.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <table class="roles">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What it is</th>
            <th scope="col">For example</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => {
            const reads = readsOf(column, decimalMark)
            return (
              <tr key={column.name}>
                <td>
                  <code class="column-code" title={column.name} dir="auto">
                    {column.name}
                  </code>
                </td>
                <td class={column.role === 'ignore' ? 'muted' : undefined}>
                  {roleWords(column.role)}
                </td>
                <td>{reads ? <Reads reads={reads} /> : <code>{column.examples[0]}</code>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {shown.length < columns.length && (
        <p class="more">
          <Button
            onClick={() => {
              all.value = true
            }}
          >
            Show all {whole(columns.length)} columns
          </Button>
        </p>
      )}
    </section>
  )
}
