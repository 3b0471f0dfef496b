import type { ReactNode } from 'react';
import { say } from '@/lib/words/say';
import { Notice } from '@/ui/static/notice';

/** Why nothing was saved, and what the other saved meanwhile, where there is something: no text is lost. */
export const NotSaved = ({ words, children }: { words: string; children?: ReactNode }) =>
  words ? (
    <Notice tone="warning" heading={say('pair.notSaved')}>
      <p>{words}</p>
      {children}
    </Notice>
  ) : null;
