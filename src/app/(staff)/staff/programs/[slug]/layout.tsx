import type { ReactNode } from 'react';
import { ProgramFrame } from '@/features/programs/desk/components/program-frame';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

export default async function Layout({ params, children }: Props) {
  return <ProgramFrame slug={(await params).slug}>{children}</ProgramFrame>;
}
