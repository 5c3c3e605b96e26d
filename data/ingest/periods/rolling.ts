const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

const MONTHS =
  /^(?:the |last |rolling )*(\d{1,2}|\p{L}+) ?-? ?(?:m|months?|mths?|мес\.?|месяц\p{L}*|monate?|mois|meses|mesi)[, ]+(?:to|ending|ended|up to|until|through|до|по|bis|hasta|jusqu'a|a) (?<end>.+)$/u
const YEAR =
  /^(?:(?:the )?year(?: to(?! date)| ended| ending)|r12|r12m|mat|ltm|ttm|rolling (?:year|12m|12 months)(?: to)?) (?<end>.+)$/u

/** `12 months to November 2023`, `year ended March 2023`, as `plain` leaves it: how many months, and what they end with. */
export function rolling(phrase: string): { count: number; end: string } | undefined {
  const [, number, end] = MONTHS.exec(phrase) ?? []
  if (number !== undefined && end !== undefined) {
    const count = /\d/.test(number) ? Number(number) : NUMBERS.indexOf(number) + 1
    return count > 0 ? { count, end } : undefined
  }
  const last = YEAR.exec(phrase)?.groups?.end
  return last === undefined ? undefined : { count: 12, end: last }
}

/** `first nine months of 2023` with the digits that others use. */
export const inDigits = (phrase: string): string =>
  phrase.replace(
    /(?<!\p{L})(?:first )?(\p{L}+|\d{1,2})(?= months?(?!\p{L}))/u,
    (words, number: string) => {
      const at = NUMBERS.indexOf(number) + 1
      return at > 0 ? String(at) : /^\d/.test(number) ? number : words
    },
  )
