'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the page again every few seconds while something goes on. Without script a link to reload stands there. */
export function RefreshEvery({ seconds, href = '' }: { seconds: number; href?: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), seconds * 1000);
    return () => clearInterval(timer);
  }, [router, seconds]);
  return (
    <noscript>
      <a href={href}>See how far it is</a>
    </noscript>
  );
}
