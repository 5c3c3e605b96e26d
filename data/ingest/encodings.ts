import iconv from 'iconv-lite'
import type { Question } from '../model/report.ts'

const LIKELY = ['windows-1252', 'windows-1251', 'GB18030', 'windows-1250', 'Shift_JIS']

/** Asks for the encoding, each shown by the first line of the file that it makes a difference to. */
export function encodingQuestion(sample: Uint8Array): Question {
  const bytes = Buffer.from(sample)
  const odd = bytes.findIndex((byte) => byte > 127)
  const from = bytes.lastIndexOf(10, odd) + 1
  const end = bytes.indexOf(10, odd)
  const line = bytes.subarray(from, end === -1 ? bytes.length : end).subarray(0, 200)
  return {
    code: 'encoding',
    column: null,
    message: 'The file is not UTF-8. In which of these does the line read as it should?',
    options: LIKELY.map((encoding) => ({
      value: encoding,
      label: encoding,
      example: iconv.decode(line, encoding).trim(),
    })),
  }
}
