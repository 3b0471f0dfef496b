import { pageCycle } from '@/auth/guard';
import { CertificatePage } from '@/features/confidentiality/components/certificate-page';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }> };

export const metadata = { title: 'Certificate of deletion' };

export default async function Page({ params }: Props) {
  const { code } = await params;
  const { cycle } = await pageCycle(code, 'confidentiality.view', paths.certificate(code));
  return <CertificatePage cycle={cycle} />;
}
