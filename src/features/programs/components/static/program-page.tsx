import { PHASE_LABELS } from '@/domain/cycle';
import { slipLines } from '@/domain/timeline';
import { paths } from '@/lib/paths';
import { DateSlip } from '@/ui/static/date-slip';
import { Document } from '@/ui/static/document';
import { RoleTag } from '@/ui/static/shapes';
import type { ProgramView } from '../../queries';
import { ApplyButtons, Standing } from './apply-buttons';
import { Commitments, Confidential, CountLine, Eligibility, Roster } from './program-parts';

type Counts = { mentors: number; mentees: number } | null;
export type ProgramPageProps = {
  program: ProgramView;
  counts: Counts;
  minutes: { mentor: number; mentee: number };
  now: Date;
};

function Slip({ program, now }: { program: ProgramView; now: Date }) {
  const { cycle } = program;
  if (!cycle) return null;
  return (
    <DateSlip heading="Dates for this cycle" lines={slipLines(cycle, cycle.acts, now)}>
      <a href={paths.programCalendar(program.slug)}>Add these dates to my calendar</a>
    </DateSlip>
  );
}

/** The public page of a program, made from its current cycle. */
export function ProgramPage({ program, counts, minutes, now }: ProgramPageProps) {
  const { cycle, contactName, contactEmail, contactPhone } = program;
  return (
    <Document
      entry
      title={cycle ? `${cycle.name}: ${PHASE_LABELS[cycle.phase].toLowerCase()}` : 'Paused'}
      program={{ name: program.name, href: paths.program(program.slug) }}
      {...(cycle ? { aside: cycle.name } : {})}
      link={{ href: paths.resume(), text: 'Return to a saved application' }}
      contact={{ name: contactName, email: contactEmail, phone: contactPhone }}
    >
      <div className="two">
        <div className="stack">
          <div className="row-s">
            <RoleTag shape="mentor">Mentors</RoleTag>
            <RoleTag shape="mentee">Mentees</RoleTag>
          </div>
          <h1 className="display">{program.promise}</h1>
          <p className="lead">
            {program.summary}
            {cycle?.phase === 'applications'
              ? ` Applications take about ${Math.max(minutes.mentor, minutes.mentee)} minutes, and you can stop and come back.`
              : ''}
          </p>
          {cycle ? <Standing cycle={cycle} now={now} /> : <Standing cycle={null} now={now} />}
          {cycle ? <ApplyButtons program={program} cycle={cycle} now={now} /> : null}
          {cycle?.phase === 'applications' ? null : (
            <p>
              <a href={paths.programInterest(program.slug)}>Tell me when applications open</a>
            </p>
          )}
          {counts ? <CountLine {...counts} /> : null}
        </div>
        <Slip program={program} now={now} />
      </div>
      <div className="stack-xl program-text">
        <Eligibility
          eligibility={program.eligibility}
          check={cycle ? (role) => paths.programEligible(program.slug, role) : null}
        />
        <Commitments commitments={program.commitments} />
        <Confidential hasIdentity={cycle?.hasIdentity ?? false} />
        <Roster roster={program.roster} />
        <section className="stack">
          <h2>See all questions</h2>
          <p>
            Read the whole form before you start, or print it:{' '}
            <a href={paths.programQuestions(program.slug, 'mentor')}>mentors’ questions</a>,{' '}
            <a href={paths.programQuestions(program.slug, 'mentee')}>mentees’ questions</a>,{' '}
            <a href={paths.programQuestions(program.slug, 'both')}>both</a>.
          </p>
        </section>
        <section className="stack">
          <h2>Questions?</h2>
          <p>
            {contactName} is glad to help: <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
            {contactPhone ? (
              <>
                , <a href={`tel:${contactPhone.replace(/[^+0-9]/g, '')}`}>{contactPhone}</a>
              </>
            ) : null}
            .
          </p>
        </section>
      </div>
    </Document>
  );
}
