import { say } from '@/lib/words/say';
import { nextStepInWords } from '@/lib/words/timeline';
import { paths } from '@/lib/paths';
import { otherThanHere } from '@/lib/language';
import { Document } from '@/ui/static/document';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { ProgramView } from '../../queries';

function ProgramLine({ program, now }: { program: ProgramView; now: Date }) {
  const { cycle } = program;
  return (
    <li className="card stack-s">
      <div className="between">
        <h2>
          <a href={paths.program(program.slug)}>{program.name}</a>
        </h2>
        <Tag tone={cycle?.phase === 'applications' ? 'match' : 'plain'}>
          {cycle ? say(`programs.phase_${cycle.phase}`) : say('programs.paused')}
        </Tag>
      </div>
      <p lang={otherThanHere(program.lang)}>{program.summary}</p>
      {cycle ? (
        <p className="small soft">
          <strong>{cycle.name}.</strong> {nextStepInWords(cycle, cycle.acts, now)}
        </p>
      ) : (
        <p className="small soft">{say('programs.noDatesYetGoalsActivities')}</p>
      )}
    </li>
  );
}

/** Every program of the install, with its phase and next date. */
export function HomePage({ programs, now }: { programs: readonly ProgramView[]; now: Date }) {
  return (
    <Document
      entry
      title={say('programs.mentoringPrograms')}
      link={{ href: paths.resume(), text: say('programs.returnToASavedApplication') }}
    >
      <div className="stack-l">
        <div className="stack">
          <h1 className="display">{say('programs.mentoringPrograms')}</h1>
          <p className="lead">{say('programs.chooseAProgramToSee')}</p>
        </div>
        {programs.length > 0 ? (
          <ul className="plain programs">
            {programs.map((program) => (
              <ProgramLine key={program.id} program={program} now={now} />
            ))}
          </ul>
        ) : (
          <EmptyState heading={say('programs.noProgramYet')}>
            <p>{say('programs.thisIsWhereTheAssociations')}</p>
            <p>
              <a href={paths.signIn()}>{say('programs.signInAsStaff')}</a>
            </p>
          </EmptyState>
        )}
        <p className="small">
          <a href={paths.signIn()}>{say('programs.signInAsCommitteeOr')}</a>
        </p>
      </div>
    </Document>
  );
}
