import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { LANGUAGE_NAMES, otherLanguages, type Language } from '@/domain/language';
import { LETTER_LABELS, type LetterKind } from '@/domain/letters/defaults';
import { may } from '@/domain/permissions';
import { paths } from '@/lib/paths';
import { Done, Tabs } from '@/ui/staff/parts';
import { LetterView } from '../../components/letter-view';
import { findExample } from '../../reading/queries';
import { listSavings, standardLetter } from '../queries';
import { FieldList } from './field-list';
import { InUse } from './in-use';
import { SavingsList } from './savings-list';
import { TemplateForm } from './template-form';

type Asked = {
  kind: LetterKind;
  language: Language;
  /** The saving whose words are looked at; 0 for ours. */ from: number | null;
};
type Props = { user: UserActor; cycle: GuardedCycle; asked: Asked; now: Date; saved: boolean };

/** The wording of one kind of letter in one language, its fields, what stood there before, and how it reads for somebody real. */
export async function TemplatePage({ user, cycle, asked, now, saved }: Props) {
  const { kind, language, from } = asked;
  const savings = await listSavings({ cycleId: cycle.id, kind, language });
  const version = savings[0]?.version ?? 0;
  const words =
    (from === 0 ? undefined : savings.find((one) => one.version === (from ?? version))) ??
    standardLetter(kind, language);
  const { input, signature, example } = await findExample(cycle.id, { kind, language, closed: user.closed }, now);
  const languages: Language[] = ['en', ...otherLanguages(cycle.program.languages)];
  const place = { cycle: cycle.code, cycleId: cycle.id, kind, language, version };
  return (
    <div className="stack-l">
      {saved ? <Done>The letter is saved. Letters that were already queued are not changed.</Done> : null}
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>{LETTER_LABELS[kind]}</h1>
        {languages.length > 1 ? (
          <Tabs
            label="Languages"
            tabs={languages.map((one) => ({
              href: paths.template(cycle.code, kind, { language: one }),
              text: LANGUAGE_NAMES[one],
              current: one === language,
            }))}
          />
        ) : null}
        <InUse cycle={cycle} input={input} asked={asked} saving={savings[0]} />
        {from === null ? null : (
          <p>
            {from === 0 ? 'Our own words' : `The words of saving ${from}`} stand below. They are in use once you save
            them.
          </p>
        )}
      </header>
      <div className="side-by-side">
        <div>
          {may(user, 'template.edit', { programId: cycle.programId }, now) ? (
            <TemplateForm
              key={`${language} ${from ?? version}`}
              place={place}
              words={{ subject: words.subject, body: words.body }}
            />
          ) : (
            <pre className="letter whitespace-pre-wrap" lang={language}>
              {words.body}
            </pre>
          )}
        </div>
        <aside className="stack-l">
          <FieldList kind={kind} text={words} example={example?.planned} input={input} />
          <SavingsList cycle={cycle} asked={asked} savings={savings} />
        </aside>
      </div>
      <section className="stack" aria-labelledby="preview">
        <h2 id="preview">{example ? `How it reads for ${example.planned.name}` : 'How it reads'}</h2>
        {example ? (
          <LetterView
            subject={example.written.subject}
            markdown={example.written.markdown}
            language={language}
            signature={signature}
          />
        ) : (
          <p className="soft">Nobody would get this letter now. It can be read here as soon as somebody would.</p>
        )}
      </section>
    </div>
  );
}
