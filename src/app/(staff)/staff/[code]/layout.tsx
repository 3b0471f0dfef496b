import type { ReactNode } from 'react';
import { CycleFrame } from '@/features/cycles/components/cycle-frame';
import { Finder } from '@/features/finder/components/finder';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ code: string }>; children: ReactNode };

export default async function Layout({ params, children }: Props) {
  const { code } = await params;
  return (
    <CycleFrame code={code} tools={<Finder href={paths.find(code)} />}>
      {children}
    </CycleFrame>
  );
}
