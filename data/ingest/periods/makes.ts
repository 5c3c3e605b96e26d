const MAKE =
  'model|models|manufacture|manufacturing|manufactured|mfc|mfg|mfr|built|build|construction|fabricaci[oó]n|fabrica[cç][aã]o|fabrication|fabbricazione|costruzione|modelo|modell|mod[eè]le|bouw|üretim'
const YEAR = 'year|yr|año|ano|anno|ann[eé]e|yılı'
const OF = '[_ ]+(?:of[_ ]+|de[_ ]+|di[_ ]+)?'

const OF_MAKE = new RegExp(
  `(?<!\\p{L})(?:(?:${MAKE})${OF}(?:${YEAR})|(?:${YEAR})${OF}(?:${MAKE})|modelyear|yom|baujahr|modelljahr|årsmodell|årsmodel|bouwjaar|rok produkcji|rok v[yý]roby|год выпуска)(?!\\p{L})`,
  'iu',
)

/** Whether a heading is of the years in which goods were made, and not of the period of its figures: `Model year`, `Baujahr`. */
export const isYearOfMake = (heading: string): boolean =>
  OF_MAKE.test(heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))
