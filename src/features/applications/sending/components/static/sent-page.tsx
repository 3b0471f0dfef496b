import { closingFor, isOpenFor } from '@/domain/cycle';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { Reference, RoleTag } from '@/ui/static/shapes';
import { FormFrame } from '../../../components/static/form-frame';
import { ASK } from '../../../funding/components/static/words';
import { isProven, type OpenForm } from '../../../queries';

/** Reference, address, what happens next. The same page for a second press of the button. */
export function SentPage({ form, fundingOpen }: { form: OpenForm; fundingOpen: boolean }) {
  const { cycle, role, draft, now } = form;
  const open = isOpenFor(cycle, role, now);
  const sent = draft.applications.filter(({ reference, state }) => reference !== null && state !== 'withdrawn');
  return (
    <FormFrame cycle={cycle} title="We have your application">
      <div className="form-column stack-l">
        <div className="stack">
          <h1>We have your application</h1>
          <ul className="plain stack-s">
            {sent.map((application) => (
              <li key={application.id} className="row-s">
                <RoleTag shape={application.role === 'mentor' ? 'mentor' : 'mentee'} />{' '}
                <span className="sent-reference">
                  <Reference>{application.reference}</Reference>
                </span>
              </li>
            ))}
          </ul>
          <p>
            A receipt is on its way to <strong>{draft.email}</strong>.{' '}
            {isProven(form) ? null : <a href={paths.applySection(cycle.code, role, 'address')}>Change it</a>}
          </p>
        </div>
        {isProven(form) ? null : (
          <Notice heading="One more thing: confirm your address">
            <p>
              Open the link in the mail and press its button. It shows that the address is yours, so that you can come
              back on any device.
            </p>
          </Notice>
        )}
        <section className="stack-s">
          <h2>What happens next</h2>
          <ol className="steps">
            {open ? (
              <li>
                You can change or withdraw your application until{' '}
                {formatInstant(closingFor(cycle, role), cycle.timeZone)}.
              </li>
            ) : null}
            <li>The committee reads every application.</li>
            <li>
              Matches are announced by email.{' '}
              {cycle.late
                ? 'We are running late; the new date will be on your status page.'
                : `Planned for ${formatInstant(cycle.announceAt, cycle.timeZone)}.`}
            </li>
            <li>Everyone who applied gets a letter by email. You need do nothing until then.</li>
          </ol>
        </section>
        {fundingOpen ? (
          <p>
            A one-year membership of the association can be paid for you:{' '}
            <a href={paths.statusFunding(cycle.code)}>{ASK}</a>
          </p>
        ) : null}
        <p className="row">
          <a className="button primary" href={paths.status()}>
            See where my application stands
          </a>
          {open ? (
            <a className="button" href={paths.apply(cycle.code, role)}>
              Change my answers
            </a>
          ) : null}
        </p>
      </div>
    </FormFrame>
  );
}

type ProblemProps = { form: OpenForm; result: 'already' | 'stale' | 'closed' | 'not_open' | 'gone' };

/** A submission that was not taken as it came: what is the matter, that nothing is lost, and the way on. */
export function NotTakenPage({ form, result }: ProblemProps) {
  const { cycle, role } = form;
  const check = paths.applySection(cycle.code, role, 'check');
  const words = {
    already: {
      title: 'This application was already received',
      text: 'You sent it before and have changed it since. Look at your answers as they stand now, and send them again if you like.',
      href: check,
      link: 'Check my answers',
    },
    stale: {
      title: 'This form was changed in another tab',
      text: 'Your answers are saved, but some changed after this page was opened. Look at them once more, then send.',
      href: check,
      link: 'Check my answers',
    },
    closed: {
      title: 'Applications have closed',
      text: `They closed on ${formatInstant(closingFor(cycle, role), cycle.timeZone)}. What you wrote is kept as a draft, but it was not sent. If something kept you from sending it in time, write to us.`,
      href: paths.apply(cycle.code, role),
      link: 'See my answers',
    },
    not_open: {
      title: 'Applications are not open yet',
      text: `They open on ${formatInstant(cycle.opensAt, cycle.timeZone)}. Your answers are saved.`,
      href: paths.apply(cycle.code, role),
      link: 'See my answers',
    },
    gone: {
      title: 'This application is no longer here',
      text: 'It was removed, or this browser may not open it. Start again or ask us.',
      href: paths.program(cycle.program.slug),
      link: 'Go to the program',
    },
  }[result];
  return (
    <FormFrame cycle={cycle} title={`Error: ${words.title}`}>
      <div className="form-column stack">
        <h1>{words.title}</h1>
        <p>{words.text}</p>
        <p>
          <a className="button primary" href={words.href}>
            {words.link}
          </a>
        </p>
      </div>
    </FormFrame>
  );
}
