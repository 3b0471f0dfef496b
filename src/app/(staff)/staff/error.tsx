'use client';

import { ProblemPage } from '@/ui/staff/problem-page';

type Props = { error: Error & { digest?: string }; retry: () => void };

export default function Problem({ error, retry }: Props) {
  return (
    <main id="main">
      <ProblemPage error={error} retry={retry} />
    </main>
  );
}
