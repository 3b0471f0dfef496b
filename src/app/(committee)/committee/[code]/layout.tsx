import type { ReactNode } from 'react';
import { CycleFrame } from '@/features/cycles/components/cycle-frame';

type Props = { params: Promise<{ code: string }>; children: ReactNode };

export default async function Layout({ params, children }: Props) {
  return <CycleFrame code={(await params).code}>{children}</CycleFrame>;
}
