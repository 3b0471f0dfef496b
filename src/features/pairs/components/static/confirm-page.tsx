import type { ReactNode } from 'react';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { LongInput } from '@/ui/static/inputs';
import { Notice } from '@/ui/static/notice';
import { RoleTag } from '@/ui/static/shapes';
import type { LinkedMatch } from '../../queries';

const DAY_MS = 86_400_000;

function Frame({ match, title, children }: { match: LinkedMatch; title: string; children: ReactNode }) {
  const { name: cycleName, program } = match.plan.cycle;
  return (
    <Document
      entry
      title={title}
      program={{ name: program.name, href: paths.program(program.slug) }}
      aside={cycleName}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="form-column stack-l">{children}</div>
    </Document>
  );
}

function Partner({ match }: { match: LinkedMatch }) {
  const { partner, partnerSide } = match;
  return (
    <div className="card stack-s">
      <p>
        <RoleTag shape={partnerSide}>Your {partnerSide}</RoleTag>
      </p>
      <h2>
        {partner.name}
        {partner.pronouns ? <span className="quiet"> ({partner.pronouns})</span> : null}
      </h2>
      {partner.city ? <p className="soft">{partner.city}</p> : null}
    </div>
  );
}

function Answered({ match }: { match: LinkedMatch }) {
  if (match.answer === 'yes' && match.state === 'confirmed')
    return (
      <Notice tone="good" heading="You both said yes">
        <p>Your match is confirmed. Your letter says who writes first.</p>
      </Notice>
    );
  if (match.answer === 'yes')
    return (
      <Notice tone="good" heading="You said yes">
        <p>We are waiting for {match.partner.name} and write to you as soon as we know.</p>
      </Notice>
    );
  return null;
}

/** Yes or no, by button; opening the page does nothing. */
export function ConfirmPage({ match }: { match: LinkedMatch }) {
  const { releasedAt, confirmDays, timeZone } = match.plan.cycle;
  const until = releasedAt ? formatInstant(new Date(releasedAt.getTime() + confirmDays * DAY_MS), timeZone) : null;
  return (
    <Frame match={match} title="Your match">
      <Answered match={match} />
      <div className="stack-s">
        <h1>{match.answer === 'yes' ? 'Your match' : 'Will you work together?'}</h1>
        {until && match.answer !== 'yes' ? <p>Please answer by {until}.</p> : null}
      </div>
      <Partner match={match} />
      {match.answer === 'yes' ? null : (
        <form method="post">
          <input type="hidden" name="answer" value="yes" />
          <button className="button primary" type="submit">
            Yes, I will work with {match.partner.name}
          </button>
        </form>
      )}
      <details>
        <summary>{match.answer === 'yes' ? 'I can no longer do it' : 'I cannot'}</summary>
        <form method="post" noValidate className="stack">
          <input type="hidden" name="answer" value="no" />
          <LongInput
            name="reason"
            label="Your reason"
            hint="You need give none. Read by staff and chair only; your match does not see it."
            words={100}
            value=""
          />
          <button className="button" type="submit">
            I cannot be part of this match
          </button>
        </form>
      </details>
    </Frame>
  );
}

export const DeclinedPage = ({ match }: { match: LinkedMatch }) => (
  <Frame match={match} title="Thank you for telling us">
    <div className="stack">
      <h1>{match.answer === 'no' ? 'Thank you for telling us' : 'This match has moved on'}</h1>
      <p>
        {match.answer === 'no'
          ? 'You are out of this match, and nobody will ask why. Staff look for the next best way for both of you and write to you.'
          : 'There is nothing to answer any more. If you have a question, write to us.'}
      </p>
    </div>
  </Frame>
);
