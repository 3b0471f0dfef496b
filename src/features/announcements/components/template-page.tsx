import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { LETTER_FIELDS, LETTER_LABELS, type LetterKind } from '@/domain/letters/defaults';
import { writeLetter } from '@/domain/letters/write';
import { may } from '@/domain/permissions';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { LetterView } from './letter-view';
import { TemplateForm } from './template-form';
import { getPreflight, type Preflight } from '../releases/queries';
import { previewConfirmUrl } from '../queries';
import { signatureOf } from '@/mail/compose';

type Props = { user: UserActor; cycle: GuardedCycle; kind: LetterKind; now: Date; saved: boolean };

/** A real recipient of this kind of letter, never the viewer. */
const exampleOf = ({ draft }: Preflight, kind: LetterKind, viewer: UserActor) =>
  draft.release.letters.find(
    ({ personId, parts }) => !viewer.closed.includes(personId) && parts.some((part) => part.kind === kind),
  );

/** The wording of one kind of letter, its fields, and how it reads for somebody real. */
export async function TemplatePage({ user, cycle, kind, now, saved }: Props) {
  const preflight = await getPreflight(cycle.id, now);
  const template = preflight.draft.input.templates[kind];
  const example = exampleOf(preflight, kind, user);
  const written = example && writeLetter(example, preflight.draft.input, previewConfirmUrl);
  const mayEdit = may(user, 'template.edit', { programId: cycle.programId }, now);
  return (
    <div className="stack-l">
      {saved ? <Done>The letter is saved. Letters that were already queued are not changed.</Done> : null}
      <header>
        <p className="crumbs">
          <a href={paths.announcement(cycle.code)}>Announcement</a>
        </p>
        <h1>{LETTER_LABELS[kind]}</h1>
      </header>
      <div className="side-by-side">
        <div>
          {mayEdit ? (
            <TemplateForm
              code={cycle.code}
              cycleId={cycle.id}
              kind={kind}
              version={template.version}
              subject={template.subject}
              body={template.body}
            />
          ) : (
            <pre className="letter whitespace-pre-wrap">{template.body}</pre>
          )}
        </div>
        <aside className="card stack-s" aria-labelledby="fields">
          <h2 id="fields">Fields</h2>
          <FieldList />
        </aside>
      </div>
      <section className="stack" aria-labelledby="preview">
        <h2 id="preview">{example ? `How it reads for ${example.name}` : 'How it reads'}</h2>
        {written ? (
          <LetterView
            subject={written.subject}
            markdown={written.markdown}
            signature={signatureOf(preflight.draft.cycle)}
          />
        ) : (
          <p className="soft">Nobody would get this letter now. It can be read here as soon as somebody would.</p>
        )}
      </section>
    </div>
  );
}

const FieldList = () => (
  <dl className="small stack-s">
    {Object.entries(LETTER_FIELDS).map(([name, meaning]) => (
      <div key={name}>
        <dt className="mono">{`{{${name}}}`}</dt>
        <dd className="soft">{meaning}</dd>
      </div>
    ))}
  </dl>
);
