import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { StaffDocument } from '@/ui/staff/document';

export const metadata: Metadata = { title: { default: 'Bookend', template: '%s – Bookend' } };

export default function Layout({ children }: { children: ReactNode }) {
  return <StaffDocument>{children}</StaffDocument>;
}
