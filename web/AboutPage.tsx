import { PageHead } from './ui/PageHead.tsx'
export const AboutPage = () => <PageHead title="Data and licence" />
