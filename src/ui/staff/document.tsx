import type { ReactNode } from 'react';
import { assets } from '@/ui/static/assets';

/** The document of every staff page: the same stylesheet as the public ones, denser. */
export const StaffDocument = ({ children }: { children: ReactNode }) => (
  <html lang="en">
    <head>
      <link rel="stylesheet" href={assets().css} />
      <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      <meta name="theme-color" content="#0E5A4B" />
    </head>
    <body className="staff">{children}</body>
  </html>
);
