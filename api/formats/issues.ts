import type { Issue } from '../../data/model/report.ts'
import { guarded, line } from './csv.ts'

/** By this mark a spreadsheet knows UTF-8: without it cells in Russian or Chinese would be letters of no language. */
const UTF8 = '\ufeff'

/** The issues of an import as CSV, one in a line. */
export async function* issuesCsv(issues: AsyncIterable<Issue>): AsyncGenerator<string> {
  yield UTF8 + line(['LINE', 'COLUMN', 'SEVERITY', 'CODE', 'MESSAGE', 'VALUE'])
  for await (const { line: at, column, severity, code, message, value } of issues) {
    const texts = [column ?? '', severity, code, message, value ?? '']
    yield line([String(at), ...texts.map(guarded)])
  }
}
