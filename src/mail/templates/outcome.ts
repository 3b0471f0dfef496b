import type { Language } from '@/domain/language';
import type { LetterPart, PlannedLetter } from '@/domain/letters/release-plan';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { linked } from '../compose';

/** What a person is told in: the language of their first application. */
export const languageOf = ({ parts: [first] }: PlannedLetter): Language => first?.application.language ?? 'en';

const toldBy = ({ kind }: LetterPart) => (kind === 'matched_mentor' || kind === 'matched_mentee' ? 'matched' : kind);

/**
 * What stands above a letter that is not in its reader's language: what it says, in a sentence, and where to answer. Empty
 * where it is.
 *
 * @param written the letter itself
 * @param answerUrl where this part's match is answered; null when nothing is asked
 */
export function letterIntro(
  letter: PlannedLetter,
  written: { language: Language },
  program: string,
  answerUrl: (part: LetterPart) => string | null,
): string {
  const language = languageOf(letter);
  if (language === written.language) return '';
  return inLanguage(language, () =>
    [
      say('mail.outcomeIntro', { program }),
      ...letter.parts.flatMap((part) => {
        const url = answerUrl(part);
        return [
          say('mail.outcomeAs', { role: part.application.role, told: say(`standing.${toldBy(part)}`) }),
          ...(url ? [say('mail.outcomeAnswer', { link: linked(url) })] : []),
        ];
      }),
      say('mail.outcomeStatus', { link: linked(`${appUrl()}${paths.status()}`) }),
    ].join('\n\n'),
  );
}
