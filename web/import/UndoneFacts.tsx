import type { UndoReport } from '../../data/model/report.ts'
import { counted } from '../words.ts'
import { undoneWords } from './undoing.ts'

/** What an undo did, and what stays because later imports told it too. */
export const UndoneFacts = ({ undo }: { undo: UndoReport }) => (
  <div class="said">
    <p role="status">{undoneWords(undo)}</p>
    {undo.keptBy.length > 0 && (
      <ul class="says">
        {undo.keptBy.map((kept) => (
          <li key={kept.import}>
            <a href={`/imports/${kept.import}`}>
              Import {kept.import}, {kept.file}
            </a>{' '}
            keeps {counted(kept.releases, 'figure', 'figures')}
          </li>
        ))}
      </ul>
    )}
  </div>
)
