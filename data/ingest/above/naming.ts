import { titleOfFile } from '../../model/slug.ts'
import type { Understood } from '../read.ts'

const LONGEST = 100
/** Lines above a table that are no title: ways to go on, what the unit is, when it was made. */
const NO_TITLE =
  /^(?:go to|data source|last updated|source|unit|einheit|единица|ед\. изм|单位|download|table of contents|page|note|extracted|generated)\b|^\S*$|^(?:value|amount) ?\(/i

/**
 * What a person would call the dataset that a file makes: the title above its table, the name that the
 * source gives in it, what all its series have in `common`, else the name of the file.
 */
export function datasetTitle(
  { above: lines, facts, profile, mapped, fileName }: Understood,
  common: () => string,
): string {
  const isOurs = profile !== undefined && mapped.mapping.by === profile.id
  const above = lines.map((line) => line.trim()).find((line) => isTitle(line))
  if (above !== undefined) return shortened(above)
  if (!isOurs) return titleOfFile(fileName)
  const name = nameInFile(facts.sample[0], mapped.mapping.header, profile.name) ?? common()
  return name === ''
    ? `${titleOfFile(fileName)} (${profile.title})`
    : `${shortened(name)} (${profile.title})`
}

const isTitle = (line: string): boolean =>
  line.length > 8 && line.length < 250 && /\p{L}{3}/u.test(line) && !NO_TITLE.test(line)

function nameInFile(
  row: string[] | undefined,
  header: string[],
  name: { column: string; pattern: string } | undefined,
): string | undefined {
  const cell = name && row?.[header.indexOf(name.column)]
  return cell ? new RegExp(name.pattern).exec(cell)?.[1]?.trim() || undefined : undefined
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text
