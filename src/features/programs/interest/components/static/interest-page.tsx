import { say } from '@/lib/words/say';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import type { ProgramView } from '../../../queries';
import type { InterestView } from '../../queries';

type Program = Pick<ProgramView, 'name' | 'slug' | 'languages' | 'contactName' | 'contactEmail' | 'contactPhone'>;

const frameOf = ({ name, slug, languages, contactName, contactEmail, contactPhone }: Program) => ({
  program: { name, href: paths.program(slug), languages },
  contact: { name: contactName, email: contactEmail, phone: contactPhone },
});

/** The field itself, on this page and on the program's page. */
export const InterestForm = ({
  slug,
  email = '',
  problem,
}: {
  slug: string;
  email?: string;
  problem?: string | undefined;
}) => (
  <form method="post" action={paths.programInterest(slug)} noValidate>
    <TextInput
      name="email"
      type="email"
      label={say('code.yourEmailAddress')}
      required
      autocomplete="email"
      value={email}
      problem={problem}
      hint={say('interest.weAskYouOnceBy')}
    />
    <div className="actions">
      <button className="button" type="submit">
        {say('interest.tellMeWhenItOpens')}
      </button>
    </div>
  </form>
);

type Props = { program: Program; email?: string; problem?: string; sentTo?: string };

/** Asks for the address, or says where the mail went. */
export function InterestPage({ program, email, problem, sentTo }: Props) {
  const problems = problem ? { email: problem } : {};
  return (
    <Document entry title={titleWith(say('interest.tellMeWhenItOpens'), problems)} {...frameOf(program)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <h1>{say('interest.tellMeWhenItOpens')}</h1>
        {sentTo ? (
          <Notice tone="good" heading={say('interest.lookAtYourMail')}>
            <p>{say('interest.weHaveWrittenToOpen', { sentTo })}</p>
          </Notice>
        ) : (
          <InterestForm slug={program.slug} email={email ?? ''} problem={problem} />
        )}
        <p>
          <a href={paths.program(program.slug)}>{say('interest.backToTheProgram')}</a>
        </p>
      </div>
    </Document>
  );
}

/** What the mailed link leads to: its buttons put an address on the list, or take it off. */
export function InterestLinkPage({ interest }: { interest: InterestView }) {
  const { program, email, confirmedAt } = interest;
  return (
    <Document entry title={say('interest.tellMeWhenItOpens')} {...frameOf(program)}>
      <div className="form-column stack-l">
        <h1>{confirmedAt ? say('interest.youAreOnTheList') : say('interest.tellMeWhenItOpens')}</h1>
        <p className="lead">
          {confirmedAt
            ? say('interest.weWriteToWhenApplications', { email, name: program.name })
            : say('interest.shallWeWriteToWhen', { email, name: program.name })}
        </p>
        <form method="post" className="actions">
          {confirmedAt ? null : (
            <button className="button primary" type="submit" name="go" value="confirm">
              {say('interest.yesTellMe')}
            </button>
          )}
          <button className="button" type="submit" name="go" value="leave">
            {confirmedAt ? say('interest.takeMeOffTheList') : say('interest.noDeleteMyAddress')}
          </button>
        </form>
      </div>
    </Document>
  );
}
