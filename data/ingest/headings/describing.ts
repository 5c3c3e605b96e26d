/** What a line below the names of series says of each of them. */
export type Describing =
  | 'title'
  | 'before'
  | 'unit'
  | 'currency'
  | 'scale'
  | 'key'
  | 'frequency'
  | 'kind'
  | 'other'

/** The words at the left of such lines, as offices, central banks and data services write them. */
const WORDS: Record<Describing, RegExp> = {
  title:
    /^(?:title|name|name of time-series|series|series (?:name|title|description)|\.?desc(?:ription)?|bezeichnung|titre|libellé|série|descripción(?: de la serie)?|系列名称|指标名称|指标|名称)$/i,
  before: /^preunit$/i,
  unit: /^(?:units?|period\\unit|einheit|unité|unidad(?:es)?|unidades?|unità|enhet|eenheid|jednostka|birim|descripción de las unidades|единица.*|单位|單位|単位|단위)$/i,
  currency: /^currency$/i,
  scale: /^(?:(?:unit )?multiplier|scale|faktor|dimension|magnitude)$/i,
  key: /^(?:sourcekey|unique identifier|security|ticker|cdid|idbank|series (?:id|code)|code série|código de la serie|nombre de la serie(?: ?\/ ?código de la serie)?|データコード|code|key|指标id|指标代码)$/i,
  frequency: /^(?:frequency|periodicity|frequenz|fréquence|frecuencia|频率)$/i,
  kind: /^data type$/i,
  other:
    /^(?:\.\w+|source|fuente|last (?:update|value)|back to contents|start date|end date|period|collection|méthode d'observation|número secuencial|alias(?: de la serie)?|来源)$/i,
}

/** Words that are seen at the left of rows of figures, too, are no proof. */
const PROVE: readonly Describing[] = [
  'unit',
  'currency',
  'scale',
  'key',
  'frequency',
  'kind',
  'other',
]

function leads([first = '']: readonly string[]): string {
  const word = first.trim()
  return word.endsWith(':') ? word.slice(0, -1).trimEnd() : word
}

/** Whether the word at the left of a line says that it describes series so. */
export const describes = (row: readonly string[], what: Describing): boolean =>
  WORDS[what].test(leads(row))

/** Whether lines of their own describe each column, two or more of them: they are no names over two rows. */
export function areDescribed(rows: readonly (readonly string[])[]): boolean {
  const proves = (row: readonly string[] = []): boolean =>
    PROVE.some((what) => describes(row, what)) || /^name$/i.test(leads(row))
  const isBeside = (i: number) => proves(rows[i - 1]) || proves(rows[i + 1])
  const words = rows.filter((row, i) => proves(row) || (describes(row, 'title') && isBeside(i)))
  return new Set(words.map(leads)).size > 1
}
