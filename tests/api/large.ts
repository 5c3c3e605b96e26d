const MONTHS = 600

/**
 * Tidy monthly rows of as many series as it takes, at 50 years each; two names give two files. By month it
 * tells all series of one, then all of the next.
 */
export function largeCsv(rows: number, name: string, order: 'series' | 'month' = 'series'): string {
  const lines = ['reporter,partner,flow,commodity,period,value,unit']
  const all = Math.ceil(rows / MONTHS)
  for (let i = 0; i < rows; i++) {
    const series = order === 'series' ? Math.floor(i / MONTHS) : i % all
    const month = order === 'series' ? i % MONTHS : Math.floor(i / all)
    const period = `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    lines.push(`CHN,RUS,X,${name}-${series},${period},${(i * 7919) % 100_003}.5,USD m`)
  }
  return `${lines.join('\n')}\n`
}
