import type { Drawing } from '../../data/charts/drawing.ts'

interface Props {
  drawing: Drawing
  name: string
  height: number
}

/** The figures of the chart as a table, in place of the plot and as high. */
export function TableTwin({ drawing, name, height }: Props) {
  const { head, units, rows } = drawing.table
  const [first, ...series] = head
  return (
    <section
      class="table-box twin"
      style={{ height: `${height}px` }}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard.
      tabIndex={0}
      aria-label={`${name}, table`}
    >
      <table>
        <caption class="unseen">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {series.map((title, i) => (
              <th key={title} scope="col" class="figure" colSpan={2}>
                {title} {units[i + 1] && <small>{units[i + 1]}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.period}>
              <th scope="row">{row.period}</th>
              {row.cells.map((cell, i) => [
                <td key={`v${head[i + 1]}`} class="figure">
                  {cell}
                </td>,
                <td key={`f${head[i + 1]}`} class="letters">
                  {row.flags[i]}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
