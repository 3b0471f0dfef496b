'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Shows the page's news while something is under way. Without script a link to reload stands there. */
export function Refresh({ everyMs, href }: { everyMs: number; href: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return (
    <noscript>
      <a href={href}>See how far it is</a>
    </noscript>
  );
}
