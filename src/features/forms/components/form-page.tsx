import type { GuardedCycle } from '@/auth/guard';
import { differenceOf } from '@/domain/forms/difference';
import { faultsOf } from '@/domain/forms/fixed';
import type { StoredForm } from '@/domain/forms/stored';
import { typedTexts } from '@/domain/forms/translating';
import { otherLanguages } from '@/domain/language';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { Notice } from '@/ui/static/notice';
import { startVersionAction } from '../actions';
import { numberOf, type FormDesk } from '../queries';
import { DifferenceView } from './difference-view';
import { LibraryView } from './library-view';
import { PublishPanel } from './publish-panel';
import { SectionsView, type Edit } from './sections-view';
import { AttestationForm } from './attestation-form';

const DONE: Record<string, string> = {
  published: 'The new version is in use. Applications that were sent keep the version they were given to.',
  discarded: 'The version in work was thrown away. The form in use was never touched.',
  question: 'The question is saved in the version in work.',
  section: 'The section is saved in the version in work.',
  attestation: 'The statement is saved in the version in work.',
  kept: 'The question is in the library, for the forms of all cycles.',
  forgotten: 'The question is no longer in the library. Forms that ask it keep it.',
};

type Props = { cycle: GuardedCycle; desk: FormDesk; mayEdit: boolean; done: string; now: Date };

/** The form of a cycle: the version in use, the one in work, and all that were. */
export function FormPage({ cycle, desk, mayEdit, done, now }: Props) {
  const { inWork, used } = desk;
  const form = inWork?.form ?? used;
  const edit = mayEdit && inWork ? { cycle: cycle.code, cycleId: cycle.id, version: inWork.version } : null;
  const said = DONE[done];
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Application form</h1>
        <p className="soft reading">
          Version {numberOf(desk.inUse)} is in use. Applicants answer this version; an application that was sent keeps
          the wording it was given to.
        </p>
        <Trials code={cycle.code} />
        {mayEdit ? (
          <p>
            <a href={paths.frameworks(cycle.code)}>Competency frameworks</a>
          </p>
        ) : null}
      </header>
      {inWork ? (
        <Notice tone="info" heading={`Version ${inWork.number} is in work`}>
          <p>Applicants do not see it before it is published.</p>
        </Notice>
      ) : mayEdit ? (
        <StartPanel cycle={cycle} now={now} />
      ) : null}
      <SectionsView form={form} code={cycle.code} edit={edit} />
      {edit ? <Attestation edit={edit} form={form} languages={cycle.program.languages} /> : null}
      {edit ? <LibraryView {...edit} form={form} library={desk.library} /> : null}
      {edit && inWork ? (
        <PublishPanel {...edit} number={inWork.number} faults={faultsOf(form)}>
          <DifferenceView differences={differenceOf(used, form)} />
        </PublishPanel>
      ) : null}
      <Versions cycle={cycle} desk={desk} />
    </div>
  );
}

type AttestationProps = { edit: Edit; form: StoredForm; languages: readonly string[] };

const Attestation = ({ edit, form: { attestation, attested }, languages }: AttestationProps) => (
  <AttestationForm
    edit={edit}
    attestation={attestation}
    languages={otherLanguages(languages)}
    translated={typedTexts({ attestation }, attested)}
  />
);

const Trials = ({ code }: { code: string }) => (
  <p className="row">
    <span>Fill it in as an applicant would, without sending anything:</span>
    <a href={paths.formTrial(code, 'mentor')}>as a mentor</a>
    <a href={paths.formTrial(code, 'mentee')}>as a mentee</a>
    <a href={paths.formTrial(code, 'both')}>as both</a>
  </p>
);

function StartPanel({ cycle, now }: { cycle: GuardedCycle; now: Date }) {
  const open = cycle.opensAt <= now && now < cycle.closesAt;
  return (
    <section className="card stack-s" aria-labelledby="change">
      <h2 id="change">Change the form</h2>
      <p className="soft reading">
        {open
          ? 'Applications are open. A new version may correct and add questions: forms in progress go on with it and keep every answer.'
          : 'You work on a new version; the one in use stays until you publish.'}
      </p>
      <ActionForm
        action={startVersionAction}
        fields={{ cycle: cycle.code, cycleId: cycle.id }}
        label="Start a new version"
        tone="primary"
      />
    </section>
  );
}

const Versions = ({ cycle, desk: { published } }: { cycle: GuardedCycle; desk: FormDesk }) => (
  <section className="stack-s" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <ul className="plain stack-s">
      {published.map(({ number, note, publishedAt, by }) => (
        <li key={number}>
          <a href={paths.formVersion(cycle.code, number)}>Version {number}</a>: {note} Published by {by} on{' '}
          {formatInstant(publishedAt, cycle.timeZone)}.
        </li>
      ))}
      <li>Version 1: the standard form that every cycle begins with.</li>
    </ul>
  </section>
);
