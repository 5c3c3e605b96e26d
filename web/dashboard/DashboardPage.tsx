import { PageHead } from '../ui/PageHead.tsx'
export const DashboardPage = ({ id }: { id: string | null }) => (
  <PageHead title={id ?? 'Overview'} />
)
