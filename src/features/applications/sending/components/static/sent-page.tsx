import { say } from '@/lib/words/say';
import { rich } from '@/ui/static/rich';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { formatInstant } from '@/lib/words/dates';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { Reference, RoleTag } from '@/ui/static/shapes';
import { FormFrame } from '../../../components/static/form-frame';
import { isProven, type OpenForm } from '../../../queries';

/** Reference, address, what happens next. The same page for a second press of the button. */
export function SentPage({ form, fundingOpen }: { form: OpenForm; fundingOpen: boolean }) {
  const { cycle, role, draft, now } = form;
  const open = isOpenFor(cycle, role, now);
  const sent = draft.applications.filter(({ reference, state }) => reference !== null && state !== 'withdrawn');
  return (
    <FormFrame cycle={cycle} title={say('sending.weHaveYourApplication')}>
      <div className="form-column stack-l">
        <div className="stack">
          <h1>{say('sending.weHaveYourApplication')}</h1>
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
            {rich('sending.receiptUnderWay', { email: draft.email, b: (words) => <strong>{words}</strong> })}{' '}
            {isProven(form) ? null : (
              <a href={paths.applySection(cycle.code, role, 'address')}>{say('sending.changeIt')}</a>
            )}
          </p>
        </div>
        {isProven(form) ? null : (
          <Notice heading={say('sending.oneMoreThingConfirmYour')}>
            <p>{say('sending.openTheLinkInThe')}</p>
          </Notice>
        )}
        <section className="stack-s">
          <h2>{say('sending.whatHappensNext')}</h2>
          <ol className="steps">
            {open ? (
              <li>
                {say('sending.youCanChangeOrWithdraw', { at: formatInstant(closingFor(cycle, role), cycle.timeZone) })}
              </li>
            ) : null}
            <li>{say('sending.theCommitteeReadsEveryApplication')}</li>
            <li>
              {cycle.late
                ? say('sending.announcedLate')
                : say('sending.announcedOn', { at: formatInstant(cycle.announceAt, cycle.timeZone) })}
            </li>
            <li>{say('sending.everyoneWhoAppliedGetsA')}</li>
          </ol>
        </section>
        {fundingOpen ? (
          <p>
            {rich('funding.sentOffer', {
              link: (words) => <a href={paths.statusFunding(cycle.code)}>{words}</a>,
            })}
          </p>
        ) : null}
        <p className="row">
          <a className="button primary" href={paths.status()}>
            {say('sending.seeWhereMyApplicationStands')}
          </a>
          {open ? (
            <a className="button" href={paths.apply(cycle.code, role)}>
              {say('sending.changeMyAnswers')}
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
      title: say('sending.thisApplicationWasAlreadyReceived'),
      text: say('sending.youSentItBeforeAnd'),
      href: check,
      link: say('sending.checkMyAnswers'),
    },
    stale: {
      title: say('sending.thisFormWasChangedIn'),
      text: say('sending.yourAnswersAreSavedBut'),
      href: check,
      link: say('sending.checkMyAnswers'),
    },
    closed: {
      title: say('sending.applicationsHaveClosed'),
      text: say('sending.theyClosedOnWhatYou', { at: formatInstant(closingFor(cycle, role), cycle.timeZone) }),
      href: paths.apply(cycle.code, role),
      link: say('sending.seeMyAnswers'),
    },
    not_open: {
      title: say('sending.applicationsAreNotOpenYet'),
      text: say('sending.theyOpenOnYourAnswers', { at: formatInstant(cycle.opensAt, cycle.timeZone) }),
      href: paths.apply(cycle.code, role),
      link: say('sending.seeMyAnswers'),
    },
    gone: {
      title: say('sending.thisApplicationIsNoLonger'),
      text: say('sending.itWasRemovedOrThis'),
      href: paths.program(cycle.program.slug),
      link: say('sending.goToTheProgram'),
    },
  }[result];
  return (
    <FormFrame cycle={cycle} title={say('common.error', { words: words.title })}>
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
