import { isStatusWord } from '../codes/status-words.ts'
import { type ColumnFacts, isNumeric } from '../facts.ts'
import { isRemarkOn } from '../headings/remarks.ts'
import { named, type Settling } from './settling.ts'

/**
 * Columns of remarks on a column of values, which their headings repeat: `Exports Footnote`, `Exports Missing value`
 * behind `Exports`, as UNCTAD writes them. Those of one column are its statuses and notes; of several, no rows of
 * theirs could say on which of them a remark is.
 */
export function settleRemarks({ facts, roles, says }: Settling): void {
  const subjects = new Set<ColumnFacts>()
  const remarks = facts.columns.filter(({ index, name, distinct }) => {
    // Numbers are those of notes that stand elsewhere.
    const isNumbered =
      distinct.size > 0 && ![...distinct.keys()].some((text) => /\p{L}/u.test(text))
    if (roles[index] !== undefined || isNumbered) return false
    const subject = facts.columns.find((one) => isNumeric(one) && isRemarkOn(one.name, name))
    if (subject) subjects.add(subject)
    return subject !== undefined
  })
  for (const column of remarks) {
    const texts = [...column.distinct.keys()].filter((text) => text.trim() !== '')
    const role = texts.length > 0 && texts.every(isStatusWord) ? 'status' : 'note'
    const isFree = subjects.size === 1 && texts.length > 0 && !roles.includes(role)
    roles[column.index] = isFree ? role : 'ignore'
  }
  const left = remarks.filter(({ index, filled }) => roles[index] === 'ignore' && filled > 0)
  if (subjects.size > 1 && left.length > 0)
    says.push(`${named(left)} are remarks on one of several measures: they are not read.`)
}
