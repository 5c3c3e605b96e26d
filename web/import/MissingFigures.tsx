import { useSignal } from '@preact/signals'
import { numberText } from '../../data/model/numbers.ts'
import type { Missing, MissingFigure } from '../../data/model/report.ts'
import { Button } from '../ui/Button.tsx'
import { counted, unitWords, whole } from '../words.ts'
import { periodWordsOf, repeatsTitle } from './changes.ts'
import { absentWords, missingLead } from './missing.ts'

const FEW = 6

/** What the store holds and the file does not tell: it is kept. */
export function MissingFigures({ missing, rejected }: { missing: Missing; rejected: number }) {
  const all = useSignal(false)
  const shown = all.value ? missing.first : missing.first.slice(0, FEW)
  const more = missing.figures - shown.length
  return (
    <section class="panel" aria-labelledby="missing-title">
      <h2 id="missing-title">Not in the file, and kept</h2>
      <p class="sub">{missingLead(missing, rejected)}</p>
      {shown.length > 0 && (
        <table class="changes">
          <thead>
            <tr>
              <th scope="col">Series</th>
              <th scope="col">Period</th>
              <th scope="col" class="figure">
                Stays
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((figure, i) => (
              <tr key={`${figure.series} ${figure.period}`}>
                <td class="title">
                  {repeatsTitle(shown, i) ? (
                    <span class="unseen">{figure.title}</span>
                  ) : (
                    <>
                      <a href={`/series/${figure.series}`}>{figure.title}</a>
                      <small>{unitWords(figure.unit)}</small>
                    </>
                  )}
                </td>
                <td class="period">{periodWordsOf(figure.period)}</td>
                <td class="figure">{valueText(figure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && (
        <p class="more">
          {shown.length < missing.first.length ? (
            <Button
              onClick={() => {
                all.value = true
              }}
            >
              Show {missing.figures === missing.first.length ? 'all' : 'the first'}{' '}
              {whole(missing.first.length)}
            </Button>
          ) : (
            `and ${counted(more, 'more figure', 'more figures')}`
          )}
        </p>
      )}
      {missing.series > 0 && (
        <p class="quiet">
          {absentWords(missing)}{' '}
          {missing.firstSeries.slice(0, FEW).map((id, i) => (
            <span key={id}>
              {i > 0 && '; '}
              <a href={`/series/${id}`}>{missing.firstTitles?.[i] ?? id}</a>
            </span>
          ))}
          {missing.series > FEW && ` and ${whole(missing.series - FEW)} more`}.
        </p>
      )}
    </section>
  )
}

const valueText = ({ value, decimals }: MissingFigure): string =>
  numberText(value, { decimals: Math.max(0, decimals), missing: 'no value' })
