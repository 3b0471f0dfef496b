import { say } from '@/lib/words/say';
import type { ReactNode } from 'react';
import { formatInstant } from '@/lib/words/dates';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';
import { RoleTag } from '@/ui/static/shapes';
import type { LinkedMatch } from '../../queries';
import { NoForm, YesForm } from './no-form';

function Frame({ match, title, children }: { match: LinkedMatch; title: string; children: ReactNode }) {
  const { name: cycleName, program } = match.plan.cycle;
  return (
    <Document
      entry
      title={title}
      program={{ name: program.name, href: paths.program(program.slug), languages: program.languages }}
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
        <RoleTag shape={partnerSide}>{say('match.yourPartner', { side: partnerSide })}</RoleTag>
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
      <Notice tone="good" heading={say('match.youBothSaidYes')}>
        <p>{say('match.yourMatchIsConfirmedYour')}</p>
        <p>
          <a href={paths.pair(match.reference?.toLowerCase() ?? match.id)}>
            {say('pair.toPair', { name: match.partner.name })}
          </a>
        </p>
      </Notice>
    );
  if (match.answer === 'yes')
    return (
      <Notice tone="good" heading={say('match.youSaidYes')}>
        <p>{say('match.weAreWaitingForAnd', { name: match.partner.name })}</p>
      </Notice>
    );
  return null;
}

/** Yes or no, by button; opening the page does nothing. */
export function ConfirmPage({ match }: { match: LinkedMatch }) {
  const until = match.answerBy ? formatInstant(match.answerBy, match.plan.cycle.timeZone) : null;
  return (
    <Frame match={match} title={say('match.yourMatch')}>
      <Answered match={match} />
      <div className="stack-s">
        <h1>{match.answer === 'yes' ? say('match.yourMatch') : say('match.willYouWorkTogether')}</h1>
        {until && match.answer !== 'yes' ? <p>{say('match.pleaseAnswerBy', { until })}</p> : null}
      </div>
      <Partner match={match} />
      {match.answer === 'yes' ? null : <YesForm name={match.partner.name} />}
      <NoForm summary={match.answer === 'yes' ? say('match.iCanNoLongerDo') : say('match.iCannot')} />
    </Frame>
  );
}

export const DeclinedPage = ({ match }: { match: LinkedMatch }) => (
  <Frame match={match} title={say('match.thankYouForTellingUs')}>
    <div className="stack">
      <h1>{match.answer === 'no' ? say('match.thankYouForTellingUs') : say('match.thisMatchHasMovedOn')}</h1>
      <p>{match.answer === 'no' ? say('match.youAreOutOfThis') : say('match.thereIsNothingToAnswer')}</p>
    </div>
  </Frame>
);
