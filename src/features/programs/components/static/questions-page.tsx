import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import { identityInLanguage } from '@/lib/words/identity';
import { rich } from '@/ui/static/rich';
import { IDENTITY_QUESTIONS } from '@/domain/forms/identity';
import type { FormRole } from '@/domain/mentoring';
import { AUDIENCES, optionsOf, type Question, type Section } from '@/domain/questions';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import type { ProgramView } from '../../queries';

function Choices({ question }: { question: Question }) {
  if (question.type === 'select') return <p className="small quiet">{say('programs.chosenFromAList')}</p>;
  if (question.type === 'rating') return <p className="small quiet">{say('programs.n1UncomfortableTo5Comfortable')}</p>;
  if (question.type === 'long')
    return <p className="small quiet">{say('common.upToWords', { words: question.words })}</p>;
  if (question.type === 'consent') return <p className="small quiet">☐ {question.statement}</p>;
  const options = optionsOf(question);
  return options.length > 0 ? <p className="small quiet">{options.map(({ label }) => label).join(' · ')}</p> : null;
}

function SectionQuestions({ section, promises }: { section: Section; promises: readonly string[] }) {
  if (section.identity) {
    return (
      <>
        <ul className="bullets">
          {promises.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {IDENTITY_QUESTIONS.map(identityInLanguage).flatMap(({ ownLabel, wishLabel, options }) =>
          [ownLabel, wishLabel].map((label) => (
            <div key={label}>
              <strong>{label}</strong> <span className="soft">{say('common.optional')}</span>
              <p className="small quiet">{options.map((option) => option.label).join(' · ')}</p>
            </div>
          )),
        )}
      </>
    );
  }
  return section.questions.map((question) => (
    <div key={question.name} lang={question.lang}>
      <strong>{question.label}</strong>
      {question.required ? null : <span className="soft"> {say('common.optional')}</span>}
      {question.hint ? <p className="small">{question.hint}</p> : null}
      <Choices question={question} />
      {question.seenBy === 'committee' ? null : <p className="small soft">{worded(AUDIENCES[question.seenBy])}</p>}
    </div>
  ));
}

type Props = { program: ProgramView; role: FormRole; sections: readonly Section[]; promises: readonly string[] };

/** The whole form on one page, for reading and printing before the first step. */
export function QuestionsPage({ program, role, sections, promises }: Props) {
  const { name, slug, languages, contactName, contactEmail, contactPhone } = program;
  return (
    <Document
      entry
      title={say(`programs.allQuestions_${role}`)}
      program={{ name, href: paths.program(slug), languages }}
      contact={{ name: contactName, email: contactEmail, phone: contactPhone }}
    >
      <article className="stack-xl reading">
        <div className="stack">
          <h1>{say(`programs.allQuestions_${role}`)}</h1>
          <p>
            {rich('programs.nothingIsFilledInHere', { link: (words) => <a href={paths.program(slug)}>{words}</a> })}
          </p>
        </div>
        {sections.map((section, index) => (
          <section key={section.key} className="stack">
            <h2>
              {index + 1}. {section.title}
            </h2>
            {section.intro ? <p lang={section.lang}>{section.intro}</p> : null}
            <SectionQuestions section={section} promises={promises} />
          </section>
        ))}
      </article>
    </Document>
  );
}
