import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { ErrorSummary, titleWith } from '@/ui/static/error-summary';
import { TextInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import type { ProgramView } from '../../../queries';
import type { InterestView } from '../../queries';

type Program = Pick<ProgramView, 'name' | 'slug' | 'contactName' | 'contactEmail' | 'contactPhone'>;

const frameOf = ({ name, slug, contactName, contactEmail, contactPhone }: Program) => ({
  program: { name, href: paths.program(slug) },
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
      label="Your email address"
      required
      autocomplete="email"
      value={email}
      problem={problem}
      hint="We ask you once by mail whether it is yours, write when applications open, and delete it when you say so."
    />
    <div className="actions">
      <button className="button" type="submit">
        Tell me when it opens
      </button>
    </div>
  </form>
);

type Props = { program: Program; email?: string; problem?: string; sentTo?: string };

/** Asks for the address, or says where the mail went. */
export function InterestPage({ program, email, problem, sentTo }: Props) {
  const problems = problem ? { email: problem } : {};
  return (
    <Document entry title={titleWith('Tell me when it opens', problems)} {...frameOf(program)}>
      <div className="form-column stack-l">
        <ErrorSummary problems={problems} />
        <h1>Tell me when it opens</h1>
        {sentTo ? (
          <Notice tone="good" heading="Look at your mail">
            <p>
              We have written to {sentTo}. Open the page in that mail and press its button; without it we do not write
              again.
            </p>
          </Notice>
        ) : (
          <InterestForm slug={program.slug} email={email ?? ''} problem={problem} />
        )}
        <p>
          <a href={paths.program(program.slug)}>Back to the program</a>
        </p>
      </div>
    </Document>
  );
}

/** What the mailed link leads to: its buttons put an address on the list, or take it off. */
export function InterestLinkPage({ interest }: { interest: InterestView }) {
  const { program, email, confirmedAt } = interest;
  return (
    <Document entry title="Tell me when it opens" {...frameOf(program)}>
      <div className="form-column stack-l">
        <h1>{confirmedAt ? 'You are on the list' : 'Tell me when it opens'}</h1>
        <p className="lead">
          {confirmedAt
            ? `We write to ${email} when applications for ${program.name} open.`
            : `Shall we write to ${email} when applications for ${program.name} open?`}
        </p>
        <form method="post" className="actions">
          {confirmedAt ? null : (
            <button className="button primary" type="submit" name="go" value="confirm">
              Yes, tell me
            </button>
          )}
          <button className="button" type="submit" name="go" value="leave">
            {confirmedAt ? 'Take me off the list' : 'No, delete my address'}
          </button>
        </form>
      </div>
    </Document>
  );
}
