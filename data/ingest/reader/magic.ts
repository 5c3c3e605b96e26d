import { Unreadable } from '../unreadable.ts'

/** First bytes of formats that are no text. */
const FORMATS: [string, string, string][] = [
  ['504b0304', 'zip-file', 'a zip archive or an Excel workbook'],
  ['504b0506', 'zip-file', 'an empty zip archive'],
  ['1f8b', 'gzip-file', 'a gzip archive'],
  ['28b52ffd', 'zstd-file', 'a zstd archive'],
  ['fd377a585a', 'xz-file', 'an xz archive'],
  ['425a68', 'bzip2-file', 'a bzip2 archive'],
  ['377abcaf271c', '7z-file', 'a 7z archive'],
  ['526172211a', 'rar-file', 'a rar archive'],
  ['25504446', 'pdf-file', 'a PDF document'],
  ['7b5c727466', 'rtf-file', 'an RTF document'],
  ['d0cf11e0', 'xls-file', 'an Excel workbook of the old kind'],
  ['0908', 'xls-file', 'an Excel workbook of the very old kind'],
  ['50415231', 'parquet-file', 'a Parquet file'],
  ['53514c69746520666f726d6174', 'sqlite-file', 'an SQLite database'],
  ['89504e47', 'image-file', 'a picture'],
  ['ffd8ff', 'image-file', 'a picture'],
  ['47494638', 'image-file', 'a picture'],
]

const NO_TEXT =
  'The file holds many bytes that are no text: it is no CSV file, or in an encoding that you have to say.'

/** Throws where the first bytes are those of a format that no encoding turns into a CSV. */
export function refuseOtherFormats(first: Buffer): void {
  if (first.length === 0) {
    throw new Unreadable('empty-file', 'The file is empty: there is nothing in it to read.')
  }
  const start = first.toString('hex', 0, 16)
  const known = FORMATS.find(([magic]) => start.startsWith(magic))
  if (known) {
    const [, code, what] = known
    throw new Unreadable(code, `This is ${what}, not a CSV file. Save the table as CSV first.`)
  }
  if (start.length === 32 && /^0+$/.test(start)) throw new Unreadable('binary-file', NO_TEXT)
  // A tar archive says so only behind the name of its first file.
  if (first.toString('latin1', 257, 262) === 'ustar') {
    throw new Unreadable('tar-file', 'This is a tar archive, not a CSV file. Unpack it first.')
  }
}

/** Throws where the beginning of a text, or the `whole` of it, is that of another kind of document. */
export function refuseOtherText(text: string, whole: boolean): void {
  const start = text.slice(0, 2000).trimStart()
  if (start === '') {
    const what = whole
      ? 'The file holds nothing but blanks.'
      : 'The file begins with millions of blanks. Delete them, if a table follows.'
    throw new Unreadable('empty-file', what)
  }
  refuseControls(start)
  if (/^<(!doctype|html|head|body|table|\?xml|!--)/i.test(start)) {
    throw new Unreadable(
      'markup-file',
      'This is a web page or an XML document, not a CSV file. Download the table itself as CSV.',
    )
  }
  if (
    /^(?:--.*\n|\/\*(?:(?!\*\/).)*\*\/;?|\s)*(?:INSERT INTO|CREATE TABLE|DROP TABLE|COPY \S+ \(|SET \w+ ?=)/i.test(
      start,
    )
  ) {
    throw new Unreadable(
      'sql-file',
      'These are SQL statements, not a CSV file. Let the database write the table itself as CSV.',
    )
  }
  if (/^version https:\/\/git-lfs\.github\.com\/spec\//.test(start)) {
    throw new Unreadable(
      'pointer-file',
      'This is what Git keeps in place of a large file, not the file. Download the file itself.',
    )
  }
  if (/^[{[]\s*["{[]/.test(start) && isJson(text)) {
    throw new Unreadable(
      'json-file',
      'This is a JSON document, not a CSV file. Download the table as CSV.',
    )
  }
}

/** Throws where bytes of one, two or three a letter, or their text, hold what no text does. */
export function refuseControls(text: string): void {
  if (controlsIn(text) > text.length / 50) throw new Unreadable('binary-file', NO_TEXT)
}

/** Control characters that no text holds; tabs, line ends and separators (U+001C to U+001F) may stand in one. */
function controlsIn(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 9 || (code > 13 && code < 28)) count++
  }
  return count
}

/** JSON has a colon after a quoted name, or nested brackets, on its first lines; no table begins so. */
const isJson = (text: string): boolean =>
  /^\s*(\[\s*)*\{\s*"[^"]*"\s*:|^\s*\[\s*\[/.test(text.slice(0, 2000))
