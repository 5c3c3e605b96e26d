import type { Reading } from '../../data/model/report.ts'
import { Reads } from './RoleSelect.tsx'
import { readsOf } from './reads.ts'
import { roleWords } from './roles.ts'

/** How a file was read, to look up: the decisions in words and what each column was. */
export const ReadingFacts = ({ reading }: { reading: Reading }) => (
  <section class="panel" aria-labelledby="reading-title">
    <h2 id="reading-title">How it was read</h2>
    <ul class="says">
      {reading.says.map((sentence) => (
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
        {reading.columns.map((column) => {
          const reads = readsOf(column, reading.decimalMark)
          return (
            <tr key={column.name}>
              <td>
                <code class="column-code">{column.name}</code>
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
  </section>
)
