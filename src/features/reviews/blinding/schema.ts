import type { Answers } from '@/domain/answers';
import { identityOf, redact } from '@/domain/redact';

/** Takes out of a text about somebody what the viewer must not read. */
export type Clean = (text: string) => string;

/** For blind reviewers what is left of a text without who it is about, by all that is known of who that is; for others the text. */
export function cleanerFor(
  { blind }: { blind: boolean },
  answers: Answers,
  known: readonly { name: string; email: string }[],
): Clean {
  if (!blind) return String;
  const all = known.map((one) => identityOf(answers, one));
  const [first] = all;
  if (!first) return () => '';
  const identity = {
    ...first,
    names: all.flatMap(({ names }) => names),
    emails: all.flatMap(({ emails }) => emails),
  };
  return (text) => redact(text, identity);
}
