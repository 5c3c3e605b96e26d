import { expressionText, type SeriesQuery, seriesIds, stepText } from '../../data/model/query.ts'

const LONGEST = 120

/** A file name that says what is in it: dataset and series, transformation, range, the day it was known on. */
export function fileName(query: SeriesQuery, ending: string): string {
  const { series, transform, span, start, end, asOf } = query
  const [only] = series
  const what =
    series.length === 1 && only
      ? expressionText(only).replaceAll('/', '_').replace(/\)+$/, '')
      : [...datasetsOf(query), `${series.length}-series`].join('_')
  const parts = [
    what,
    ...transform.map(stepText),
    ...span,
    start && `from-${start}`,
    end && `to-${end}`,
    asOf && `as-of-${asOf}`,
  ]
  const name = parts.filter(Boolean).join('_')
  return `${plain(name).slice(0, LONGEST)}.${ending}`
}

const datasetsOf = (query: SeriesQuery): Set<string> =>
  new Set(seriesIds(query).map((id) => id.slice(0, id.indexOf('/'))))

/** Letters that every file system and header takes. */
const plain = (name: string): string =>
  name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '') || 'download'

/**
 * A header that has the browser save what it gets, under a name that says what it is: in letters of any
 * script (RFC 8187), and in plain ones for programs that know no others.
 */
export function attachment(name: string): string {
  const simple = plain(name)
  const whole = simple === name ? '' : `; filename*=UTF-8''${encoded(name)}`
  return `attachment; filename="${simple}"${whole}`
}

const encoded = (name: string): string =>
  encodeURIComponent(name.replace(/\p{C}|[\\/]/gu, '-')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** The name of a file with a word before its ending: "exports-issues.tsv". */
export function nameWith(word: string, file: string): string {
  const ending = /\.\w+$/.exec(file)?.[0] ?? ''
  return `${file.slice(0, file.length - ending.length)}-${word}${ending || '.csv'}`
}
