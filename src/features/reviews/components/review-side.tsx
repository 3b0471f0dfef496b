import type { ReactNode } from 'react';
import { dayOf } from '@/domain/dates';
import type { Powers, ReadApplication } from '../queries';
import { DecisionForm, LaterForm, UndoForm } from './decision-form';
import type { Place } from './form-parts';
import { HistoryView } from './history-view';
import { OthersView } from './others-view';
import { AbstainForm, ReviewForm } from './review-form';

type Props = { application: ReadApplication; powers: Powers; place: Place; timeZone: string; now: Date };

const Card = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <section className="card" aria-label={heading}>
    <h2>{heading}</h2>
    {children}
  </section>
);

/** The right side of an application: my review, what others wrote, the decision, the history. */
export function ReviewSide({ application, powers, place, timeZone, now }: Props) {
  const { reviews, state, releasedAt } = application;
  const open = releasedAt === null && state !== 'withdrawn';
  return (
    <div className="stack">
      {powers.reviews ? (
        <Card heading="My review">
          {open ? (
            <div data-key="r" tabIndex={-1}>
              {reviews.asked && !reviews.mine ? <p className="small soft">You are asked to read this one.</p> : null}
              <ReviewForm key={reviews.mine?.version ?? 0} place={place} form={reviews.form} mine={reviews.mine} />
            </div>
          ) : (
            <p>Reviews of this application are closed.</p>
          )}
        </Card>
      ) : null}
      <Card heading={powers.reviews ? 'Other reviews' : 'Reviews'}>
        <OthersView reviews={reviews} adjusted={application.adjusted} timeZone={timeZone} />
        {open && powers.decides && reviews.others === null && reviews.count > 0 ? (
          <AbstainForm place={place} form={reviews.form.name} />
        ) : null}
      </Card>
      <ForApplicant words={reviews.forApplicant} />
      {open && powers.decides ? (
        <DecisionCards application={application} place={place} timeZone={timeZone} now={now} />
      ) : null}
      {open && !powers.decides ? (
        <Card heading="Decision">
          <StagedWords application={application} />
        </Card>
      ) : null}
      <Card heading="History">
        <HistoryView events={application.history} timeZone={timeZone} now={now} />
      </Card>
    </div>
  );
}

/** What reviewers would say to the applicant, before the decision and its words. */
const ForApplicant = ({ words }: { words: ReadApplication['reviews']['forApplicant'] }) =>
  words.length === 0 ? null : (
    <Card heading="For the applicant">
      <p className="small soft">
        Nothing here is mailed. Take over what should be said: into the note of the decision, into a question, or into
        the words of a rule that is not met. Letters hold no scores, no reviewers and no comparisons.
      </p>
      <ul className="plain stack mt-3">
        {words.map(({ name, words: said }) => (
          <li key={`${name} ${said}`}>
            <blockquote className="border-l-3 border-(--rule) pl-3 whitespace-pre-line">{said}</blockquote>
            <span className="small quiet">{name}</span>
          </li>
        ))}
      </ul>
    </Card>
  );

function StagedWords({ application: { state, unmetRule } }: { application: ReadApplication }) {
  if (state === 'submitted' || state === 'needs_information') return <p>Not decided yet. The chair decides.</p>;
  const words = { accepted: 'Accepted', hold: 'On hold', declined: 'Declined', withdrawn: 'Withdrawn', draft: 'Draft' }[
    state
  ];
  return (
    <p>
      <strong>{words}</strong>, staged by the chair. Nobody outside the committee knows before the letters go out.
      {unmetRule ? <> Not met: “{unmetRule}”</> : null}
    </p>
  );
}

const DAY_MS = 86_400_000;

function DecisionCards({ application, place, timeZone, now }: Omit<Props, 'powers'>) {
  const { state, version, decisionNote, unmetRule, rules, laterBy } = application;
  const decided = state === 'accepted' || state === 'hold' || state === 'declined';
  return (
    <Card heading="Decision">
      <div className="stack">
        <p className="soft small">
          Staged: nothing is mailed and nobody outside the committee sees it before the release.
        </p>
        <DecisionForm
          key={version}
          place={place}
          standing={{ state, version, note: decisionNote, unmetRule }}
          rules={rules}
        />
        {decided ? <UndoForm place={place} version={version} /> : null}
        {state === 'accepted' || state === 'declined' ? null : (
          <LaterForm
            key={`later-${version}`}
            place={place}
            version={version}
            day={laterBy ? dayOf(laterBy, timeZone) : ''}
            min={dayOf(new Date(now.getTime() + DAY_MS), timeZone)}
          />
        )}
      </div>
    </Card>
  );
}
