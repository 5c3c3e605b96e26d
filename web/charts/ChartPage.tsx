import { PageHead } from '../ui/PageHead.tsx'
export const ChartPage = () => <PageHead title="Chart" />
