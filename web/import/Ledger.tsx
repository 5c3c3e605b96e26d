import { capital, instantWords, whole } from '../words.ts'
import type { ImportSummary } from './requests.ts'
import { byWords, countWord, fileWords, STATUS_WORDS } from './words.ts'

interface Props {
  lines: ImportSummary[]
  onUndo: (id: number) => void
}

const ALL = ['added', 'revised', 'removed', 'confirmed', 'unchanged', 'kept', 'rejected'] as const
type CountName = (typeof ALL)[number]

/** Few files take anything out, or only add. */
const countsOf = (lines: ImportSummary[]): CountName[] =>
  ALL.filter(
    (name) => (name !== 'removed' && name !== 'kept') || lines.some((line) => line[name] > 0),
  )

/** One line a file; what was undone or came to nothing stays, grey. */
export function Ledger({ lines, onUndo }: Props) {
  const counts = countsOf(lines)
  return (
    <table class="ledger">
      <caption class="unseen">Imports, newest first</caption>
      <thead>
        <tr>
          <th scope="col" class="figure">
            No.
          </th>
          <th scope="col">Taken in</th>
          <th scope="col">File</th>
          <th scope="col">Dataset</th>
          {counts.map((name) => (
            <th key={name} scope="col" class="figure">
              {capital(countWord(name))}
            </th>
          ))}
          <th scope="col">By</th>
          <th scope="col">
            <span class="unseen">How it stands</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id} class={line.status === 'committed' ? undefined : 'past'}>
            <td class="figure number">{line.id}</td>
            <td class="when">{instantWords(line.importedAt)}</td>
            <td class="file">
              <a href={`/imports/${line.id}`} title={line.file}>
                <bdi>{fileWords(line.file)}</bdi>
              </a>
            </td>
            <td class="dataset">{line.datasetTitle ?? line.dataset ?? ''}</td>
            {counts.map((name) => (
              <td key={name} class={classOf(line, name)}>
                <Count line={line} name={name} />
              </td>
            ))}
            <td class="by">{byWords(line.importedBy)}</td>
            <td class="stands">
              <Stands line={line} onUndo={onUndo} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const isTold = (line: ImportSummary, name: CountName): boolean =>
  line.status === 'committed' || (name === 'rejected' && line.rejected > 0)

/** Narrow pages leave out what is none, narrower ones also what changes nothing. */
const classOf = (line: ImportSummary, name: CountName): string => {
  if (line[name] === 0 || !isTold(line, name)) return 'figure none'
  return name === 'confirmed' || name === 'unchanged' || name === 'kept' ? 'figure aside' : 'figure'
}

/** A count; a dash where the import wrote nothing. Rejected ones lead to their issues. */
function Count({ line, name }: { line: ImportSummary; name: CountName }) {
  const count = line[name]
  const words = isTold(line, name) ? whole(count) : '–'
  return (
    <>
      {name === 'rejected' && count > 0 ? (
        <a href={`/imports/${line.id}#issues`}>{words}</a>
      ) : (
        words
      )}
      <span class="on-phones"> {countWord(name)}</span>
    </>
  )
}

function Stands({ line, onUndo }: { line: ImportSummary; onUndo: (id: number) => void }) {
  switch (line.status) {
    case 'committed':
      return (
        <button type="button" class="as-link" onClick={() => onUndo(line.id)}>
          Undo<span class="unseen"> import {line.id}</span>
        </button>
      )
    case 'undone':
      return <>undone {undoneWhen(line)}</>
    case 'preview':
    case 'ambiguous':
      return <a href={`/upload?import=${line.id}`}>{STATUS_WORDS[line.status]}</a>
    case 'unchanged':
      return (
        <>
          same as <a href={`/imports/${line.identicalTo}`}>import {line.identicalTo}</a>
        </>
      )
    default:
      return <>{STATUS_WORDS[line.status]}</>
  }
}

/** The time alone where it was on the day of the import. */
function undoneWhen({ importedAt, undoneAt }: ImportSummary): string {
  if (!undoneAt) return ''
  const [day, time] = instantWords(undoneAt).split(', ')
  return (instantWords(importedAt).startsWith(`${day},`) ? time : day) ?? ''
}
