import type { SeriesDraft } from '../model/batch.ts'
import { titleOfFile } from '../model/slug.ts'
import type { Understood } from './read.ts'
import { titleOf } from './titles.ts'

const LONGEST = 100
/** Lines above a table that are no title: ways to go on, what the unit is, when it was made. */
const NO_TITLE =
  /^(?:go to|data source|last updated|source|unit|einheit|единица|ед\. изм|单位|download|table of contents|page|note|extracted|generated)\b|^\S*$|^(?:value|amount) ?\(/i

/**
 * What a person would call the dataset that a file makes: the title above its table, the name that the
 * source gives in it, what all its series have in common, else the name of the file.
 */
export function datasetTitle(
  { above: lines, facts, profile, mapped, fileName }: Understood,
  drafts: readonly SeriesDraft[],
  labels: Map<string, string>,
): string {
  const isOurs = profile !== undefined && mapped.mapping.by === profile.id
  const above = lines.map((line) => line.trim()).find((line) => isTitle(line))
  if (above !== undefined) return shortened(above)
  if (!isOurs) return titleOfFile(fileName)
  const common =
    nameInFile(facts.sample[0], mapped.mapping.header, profile.name) ?? inCommon(drafts, labels)
  return common === ''
    ? `${titleOfFile(fileName)} (${profile.title})`
    : `${shortened(common)} (${profile.title})`
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

/** The dimensions in which all series have the same code, in words. */
function inCommon(drafts: readonly SeriesDraft[], labels: Map<string, string>): string {
  const [first] = drafts
  if (!first) return ''
  if (drafts.length === 1) return first.title
  const same = Object.entries(first.dimensions).filter(([id, code]) =>
    drafts.every(({ dimensions }) => dimensions[id] === code),
  )
  return titleOf(Object.fromEntries(same), labels)
}

const shortened = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1).trimEnd()}…` : text

const FREQUENCIES: Record<string, string> = {
  A: 'annual',
  S: 'half-yearly',
  Q: 'quarterly',
  M: 'monthly',
  W: 'weekly',
  D: 'daily',
}

/** Tells series apart whose titles are the same, by what tells their keys apart; gives those that are named anew. */
export function tellApart(drafts: readonly SeriesDraft[]): SeriesDraft[] {
  const alike = Map.groupBy(drafts, ({ title }) => title)
  return [...alike.values()].flatMap((same) => {
    if (same.length < 2) return []
    const keys = same.map(({ key }) => key.split('.'))
    return same.filter((draft, i) => {
      const own = keys[i]!.filter((part, at) => keys.some((key) => key[at] !== part))
      const words = own.map((part) => FREQUENCIES[part] ?? part.replaceAll('_', ' '))
      if (words.length > 0) draft.title = `${draft.title}, ${words.join(', ')}`
      return words.length > 0
    })
  })
}
