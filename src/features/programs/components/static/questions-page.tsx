import { identityPromises, IDENTITY_QUESTIONS } from '@/domain/forms/identity';
import type { FormRole } from '@/domain/mentoring';
import { AUDIENCES, optionsOf, type Question, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import type { ProgramView } from '../../queries';

const WHO: Record<FormRole, string> = {
  mentor: 'for mentors',
  mentee: 'for mentees',
  both: 'for people who apply as both',
};

function Choices({ question }: { question: Question }) {
  if (question.type === 'select') return <p className="small quiet">Chosen from a list.</p>;
  if (question.type === 'rating') return <p className="small quiet">1 (uncomfortable) to 5 (comfortable)</p>;
  if (question.type === 'long') return <p className="small quiet">Up to {question.words} words.</p>;
  if (question.type === 'consent') return <p className="small quiet">☐ {question.statement}</p>;
  const options = optionsOf(question);
  return options.length > 0 ? <p className="small quiet">{options.map(({ label }) => label).join(' · ')}</p> : null;
}

function SectionQuestions({ section, deleteOn }: { section: Section; deleteOn: string }) {
  if (section.identity) {
    return (
      <>
        <ul className="bullets">
          {identityPromises(deleteOn).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {IDENTITY_QUESTIONS.flatMap(({ ownLabel, wishLabel, options }) =>
          [ownLabel, wishLabel].map((label) => (
            <div key={label}>
              <strong>{label}</strong> <span className="soft">(optional)</span>
              <p className="small quiet">{options.map((option) => option.label).join(' · ')}</p>
            </div>
          )),
        )}
      </>
    );
  }
  return section.questions.map((question) => (
    <div key={question.name}>
      <strong>{question.label}</strong>
      {question.required ? null : <span className="soft"> (optional)</span>}
      {question.hint ? <p className="small">{question.hint}</p> : null}
      <Choices question={question} />
      {question.seenBy === 'committee' ? null : <p className="small soft">{AUDIENCES[question.seenBy]}</p>}
    </div>
  ));
}

type Props = { program: ProgramView; role: FormRole; sections: readonly Section[]; deleteOn: string };

/** The whole form on one page, for reading and printing before the first step. */
export function QuestionsPage({ program, role, sections, deleteOn }: Props) {
  const { name, slug, contactName, contactEmail, contactPhone } = program;
  return (
    <Document
      entry
      title={`All questions ${WHO[role]}`}
      program={{ name, href: paths.program(slug) }}
      contact={{ name: contactName, email: contactEmail, phone: contactPhone }}
    >
      <article className="stack-xl reading">
        <div className="stack">
          <h1>All questions {WHO[role]}</h1>
          <p>
            Nothing is filled in here. Use your browser to print this page.{' '}
            <a href={paths.program(slug)}>Back to the program</a>
          </p>
        </div>
        {sections.map((section, index) => (
          <section key={section.key} className="stack">
            <h2>
              {index + 1}. {section.title}
            </h2>
            {section.intro ? <p>{section.intro}</p> : null}
            <SectionQuestions section={section} deleteOn={deleteOn} />
          </section>
        ))}
      </article>
    </Document>
  );
}
