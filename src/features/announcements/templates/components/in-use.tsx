import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { LANGUAGE_NAMES, type Language } from '@/domain/language';
import { LETTER_LABELS, type LetterKind } from '@/domain/letters/defaults';
import type { ReleaseInput } from '@/domain/letters/release-plan';
import { Notice } from '@/ui/static/notice';
import type { Saving } from '../queries';

type Props = {
  cycle: GuardedCycle;
  input: ReleaseInput;
  asked: { kind: LetterKind; language: Language };
  saving: Saving | undefined;
};

/** Whose words go out in this language, and what is to be thought of. */
export function InUse({ cycle, input, asked: { kind, language }, saving }: Props) {
  const name = LANGUAGE_NAMES[language];
  if (saving?.by)
    return (
      <p className="soft">
        Saved by {saving.by} on {formatInstant(saving.updatedAt, cycle.timeZone)}.
      </p>
    );
  if (language === 'en') return <p className="soft">These are the words that the cycle began with.</p>;
  const { others } = input;
  if (saving) return <p className="soft">These words came along from an earlier cycle.</p>;
  return others[language]?.texts[kind] ? (
    <p className="soft">
      Our own translation goes out, since “{LETTER_LABELS[kind]}” in English is ours too. Save it to word it yourself.
    </p>
  ) : (
    <Notice tone="warning" heading={`The English letter was changed, and the one in ${name} was not`}>
      <p>
        Who applied in {name} gets the English letter, with a few words in {name} above it. Word this one as the English
        one and save it, so that they get it in their language. Below stands our translation of the words before.
      </p>
    </Notice>
  );
}
