/** Tidy monthly rows of as many series as it takes, at 50 years each; two names give two files. */
export function largeCsv(rows: number, name: string): string {
  const lines = ['reporter,partner,flow,commodity,period,value,unit']
  for (let i = 0; i < rows; i++) {
    const series = Math.floor(i / 600)
    const month = i % 600
    const period = `${1970 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
    lines.push(`CHN,RUS,X,${name}-${series},${period},${(i * 7919) % 100_003}.5,USD m`)
  }
  return `${lines.join('\n')}\n`
}
