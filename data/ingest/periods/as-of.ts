/** `на 01.06.2024`: a day, and no month that begins on it. */
const AS_OF = /^(?:на|as (?:of|at))\s+(?=\d)/iu

export const isAsOf = (text: string): boolean => AS_OF.test(text)

export const withoutAsOf = (text: string): string => text.replace(AS_OF, '')
