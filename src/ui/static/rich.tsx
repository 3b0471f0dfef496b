import type { ReactNode } from 'react';
import { translator, type Key } from '@/lib/words/say';

type Parts = Readonly<Record<string, string | number | ((words: ReactNode) => ReactNode)>>;

/** A sentence with links or emphasis inside it: `<link>…</link>` in the catalog is drawn by `link`. */
export const rich = (key: Key, parts: Parts): ReactNode => translator().rich(key, parts);
