import { PageHead } from '../ui/PageHead.tsx'
export const SeriesPage = ({ id }: { id: string }) => <PageHead title={id} />
