import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { StaffDocument } from '@/ui/staff/document';

// Every page depends on who is signed in.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = { title: { default: 'Bookend', template: '%s – Bookend' } };

export default function Layout({ children }: { children: ReactNode }) {
  return <StaffDocument>{children}</StaffDocument>;
}
