import { useSignal } from '@preact/signals'
import { Button } from '../ui/Button.tsx'
import { copy } from '../ui/Copy.tsx'
import { Tabs } from '../ui/Tabs.tsx'

type Tool = 'curl' | 'python' | 'r' | 'sheet'

const TOOLS: { name: Tool; title: string }[] = [
  { name: 'curl', title: 'curl' },
  { name: 'python', title: 'Python' },
  { name: 'r', title: 'R' },
  { name: 'sheet', title: 'Spreadsheet' },
]

/** The lines that fetch a query's CSV in each tool. */
export const snippet = (tool: Tool, address: string): string =>
  ({
    curl: `curl -s '${address}'`,
    python: `import pandas as pd\n\ndf = pd.read_csv("${address}")`,
    r: `df <- read.csv("${address}")`,
    sheet: `=IMPORTDATA("${address}")`,
  })[tool]

const SAYS: Partial<Record<Tool, string>> = {
  sheet:
    'In Google Sheets. Elsewhere the address alone: in Excel by Data, From Web; in LibreOffice by Sheet, External Links. The server must be reachable from where the spreadsheet runs.',
}

/** How to fetch the series' figures elsewhere. */
export function Snippets({ query }: { query: string }) {
  const tool = useSignal<Tool>('curl')
  const text = snippet(tool.value, `${location.origin}/api/data.csv?${query}`)
  return (
    <Tabs
      label="Tools"
      tabs={TOOLS}
      current={tool.value}
      onChange={(name) => {
        tool.value = name
      }}
    >
      <div class="snippet">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keyboard. */}
        <pre tabIndex={0}>{text}</pre>
        <Button icon="copy" onClick={() => copy(text, 'Lines')}>
          Copy
        </Button>
      </div>
      {SAYS[tool.value] && <p class="small">{SAYS[tool.value]}</p>}
    </Tabs>
  )
}
