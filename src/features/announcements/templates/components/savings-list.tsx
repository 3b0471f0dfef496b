import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import type { Language } from '@/domain/language';
import type { LetterKind } from '@/domain/letters/defaults';
import { paths } from '@/lib/paths';
import type { Saving } from '../queries';

type Props = { cycle: GuardedCycle; asked: { kind: LetterKind; language: Language }; savings: readonly Saving[] };

/** What stood there before, to look at and to save again. */
export function SavingsList({ cycle, asked: { kind, language }, savings }: Props) {
  const link = (from: number) => paths.template(cycle.code, kind, { language, from: String(from) });
  return (
    <section className="card stack-s" aria-labelledby="savings">
      <h2 id="savings">What was saved</h2>
      <ol className="plain stack-s small" reversed>
        {savings.map(({ version, by, updatedAt }, index) => (
          <li key={version}>
            {index === 0 ? <strong>In use</strong> : <a href={link(version)}>Look at saving {version}</a>}
            <span className="quiet block">
              {by ? `by ${by}, ` : 'with the cycle, '}
              {formatInstant(updatedAt, cycle.timeZone)}
            </span>
          </li>
        ))}
        <li>
          <a href={link(0)}>Look at our own words</a>
        </li>
      </ol>
    </section>
  );
}
