import { periodWords } from '../../model/words.ts'
import type { ColumnFacts } from '../facts.ts'
import { quoted } from '../issues.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { answerTo, type Deciding } from './deciding.ts'

const NEXT = 'next'
const WRITTEN = 'written'

/** Whether times in UTC are midnights of a place east of it, where the next day begins: told, or asked. */
export function decideMidnights(column: ColumnFacts, deciding: Deciding): boolean {
  const { name, spelling } = column
  const example = spelling.midnights()
  if (example === undefined) return false
  const answer = answerTo(deciding.options, 'midnight', name)
  if (answer === undefined) {
    deciding.undecided = true
    deciding.questions.push({
      code: 'midnight',
      column: name,
      message: `Times in ${quoted(name)} are all of one hour in UTC, which is midnight farther east, where the next day begins. Which day is ${quoted(example)}?`,
      options: [
        { value: WRITTEN, label: 'The day as it is written', example: dayWords(example, false) },
        { value: NEXT, label: 'The next one', example: dayWords(example, true) },
      ],
    })
  }
  return answer === NEXT
}

function dayWords(text: string, nextDay: boolean): string {
  const period = readPeriod(text, { ...AS_WRITTEN, nextDay })
  return period ? periodWords(period, { form: 'long' }) : text
}
