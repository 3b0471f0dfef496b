import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { slipInWords } from '@/lib/words/timeline';
import { paths } from '@/lib/paths';
import { otherThanHere } from '@/lib/language';
import { InLanguage } from '@/ui/static/field';
import { DateSlip } from '@/ui/static/date-slip';
import { Document } from '@/ui/static/document';
import { RoleTag } from '@/ui/static/shapes';
import type { ProgramView } from '../../queries';
import { ApplyButtons, Paused, Standing } from './apply-buttons';
import { Commitments, Confidential, CountLine, Eligibility, Objectives, Roster } from './program-parts';

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
    <DateSlip heading={say('programs.datesForThisCycle')} lines={slipInWords(cycle, cycle.acts, now)}>
      <a href={paths.programCalendar(program.slug)}>{say('programs.addTheseDatesToMy')}</a>
    </DateSlip>
  );
}

/** The public page of a program, made from its current cycle. */
export function ProgramPage({ program, counts, minutes, now }: ProgramPageProps) {
  const { cycle, contactName, contactEmail, contactPhone } = program;
  const textLang = otherThanHere(program.lang);
  return (
    <Document
      entry
      title={
        cycle
          ? say('programs.titleWithPhase', {
              cycle: cycle.name,
              phase: say(`programs.phase_${cycle.phase}`).toLowerCase(),
            })
          : say('programs.paused')
      }
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
      {...(cycle ? { aside: cycle.name } : {})}
      link={{ href: paths.resume(), text: say('programs.returnToASavedApplication') }}
      contact={{ name: contactName, email: contactEmail, phone: contactPhone }}
    >
      <div className="two">
        <div className="stack">
          <div className="row-s">
            <RoleTag shape="mentor">{say('programs.mentors')}</RoleTag>
            <RoleTag shape="mentee">{say('programs.mentees')}</RoleTag>
          </div>
          <h1 className="display" lang={textLang}>
            {program.promise}
          </h1>
          <p className="lead">
            <InLanguage lang={textLang}>{program.summary}</InLanguage>
            {cycle?.phase === 'applications'
              ? ` ${say('programs.takesMinutes', { minutes: Math.max(minutes.mentor, minutes.mentee) })}`
              : ''}
          </p>
          {cycle ? <Standing cycle={cycle} now={now} /> : <Paused pause={program.pause} lang={textLang} />}
          {cycle ? <ApplyButtons program={program} cycle={cycle} now={now} /> : null}
          {cycle?.phase === 'applications' ? null : (
            <p>
              <a href={paths.programInterest(program.slug)}>{say('programs.tellMeWhenApplicationsOpen')}</a>
            </p>
          )}
          {counts ? <CountLine {...counts} /> : null}
        </div>
        <Slip program={program} now={now} />
      </div>
      <div className="stack-xl program-text">
        <Objectives objectives={program.objectives} lang={textLang} />
        <Eligibility
          eligibility={program.eligibility}
          check={cycle ? (role) => paths.programEligible(program.slug, role) : null}
        />
        <Commitments commitments={program.commitments} lang={textLang} />
        <Confidential hasIdentity={cycle?.hasIdentity ?? false} />
        <Roster roster={program.roster} />
        <section className="stack">
          <h2>{say('programs.seeAllQuestions')}</h2>
          <p>
            {rich('programs.readTheWholeFormBefore', {
              link: (words) => <a href={paths.programQuestions(program.slug, 'mentor')}>{words}</a>,
              link2: (words) => <a href={paths.programQuestions(program.slug, 'mentee')}>{words}</a>,
              link3: (words) => <a href={paths.programQuestions(program.slug, 'both')}>{words}</a>,
            })}
          </p>
        </section>
        <section className="stack">
          <h2>{say('programs.questions')}</h2>
          <p>
            {rich(contactPhone ? 'programs.contactHelpsPhone' : 'programs.contactHelps', {
              name: contactName,
              mail: () => <a href={`mailto:${contactEmail}`}>{contactEmail}</a>,
              phone: () => <a href={`tel:${contactPhone.replace(/[^+0-9]/g, '')}`}>{contactPhone}</a>,
            })}
          </p>
        </section>
      </div>
    </Document>
  );
}
