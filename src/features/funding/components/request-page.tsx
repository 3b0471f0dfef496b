import type { ReactNode } from 'react';
import type { GuardedCycle } from '@/auth/guard';
import { dayOf, formatInstant } from '@/domain/dates';
import { canMoveFunding, COULD_JOIN, owes, type CouldJoin } from '@/domain/funding';
import { paths } from '@/lib/paths';
import { Reference, RoleTag, Tag } from '@/ui/static/shapes';
import { SummaryList } from '@/ui/static/task-list';
import type { FundingDesk, FundingRequestView } from '../queries';
import { AwardCard } from './award-card';
import { DecisionCard } from './decision-card';
import { ObligationsCard } from './obligations-card';
import { OtherReviews } from './other-reviews';
import { RequestTags } from './request-tags';
import { FundingReviewForm } from './review-form';
import { MailsOfRequest } from './mails-of-request';
import { Said } from './said';

type Props = { cycle: GuardedCycle; desk: FundingDesk; request: FundingRequestView; done: string; now: Date };

const Card = ({ heading, children }: { heading: string; children: ReactNode }) => (
  <section className="card" aria-label={heading}>
    <h2>{heading}</h2>
    {children}
  </section>
);

const isAnswer = (value: string): value is CouldJoin => value in COULD_JOIN;

/** One request: what was asked on the left, my review and the decision on the right. */
export function RequestPage({ cycle, desk, request, done, now }: Props) {
  return (
    <div className="stack-l">
      <Said done={done} />
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.funding(cycle.code)}>All requests</a>
        </p>
        <div className="row">
          <h1>{request.name}</h1>
          <RequestTags state={request.state} staged={request.staged} />
        </div>
        <p className="small quiet">Asked on {formatInstant(request.askedAt, cycle.timeZone)}</p>
      </header>
      <div className="side-by-side review">
        <div className="stack-l">
          <Words request={request} />
          <Applications request={request} />
          <MailsOfRequest mails={request.mails} timeZone={cycle.timeZone} />
        </div>
        <Side cycle={cycle} desk={desk} request={request} now={now} />
      </div>
    </div>
  );
}

/** What somebody wrote who has withdrawn is no longer anybody's to read. */
function Words({ request: { state, why, use, couldJoin, selfDescription } }: Pick<Props, 'request'>) {
  if (state === 'withdrawn') return <p>The person took this request back.</p>;
  const entries = [
    { key: 'why', label: 'Why it would help', words: why },
    { key: 'use', label: 'How they would use it', words: use },
    { key: 'could', label: 'Could they join without it?', words: isAnswer(couldJoin) ? COULD_JOIN[couldJoin] : '' },
    { key: 'self', label: 'How they describe themselves', words: selfDescription },
  ];
  return (
    <section className="stack-s" aria-labelledby="request">
      <h2 id="request">The request</h2>
      <SummaryList entries={entries} />
    </section>
  );
}

const Applications = ({ request: { applications } }: Pick<Props, 'request'>) => (
  <section className="stack-s" aria-labelledby="application">
    <h2 id="application">From the application</h2>
    <p className="small soft">
      Three answers only: where they work or study, so that you notice a colleague; their connection to the field; their
      stage.
    </p>
    {applications.map(({ role, reference, withdrawn, facts }) => (
      <div key={reference} className="stack-s">
        <p className="row-s">
          <RoleTag shape={role} /> <Reference>{reference}</Reference>
          {withdrawn ? <Tag tone="bad">Withdrawn</Tag> : null}
        </p>
        <SummaryList entries={facts} />
      </div>
    ))}
  </section>
);

function Side({ cycle, desk, request, now }: Omit<Props, 'done'>) {
  const { offer, slots } = desk;
  const isOpen = now >= offer.closesAt && canMoveFunding(request.state, 'decline');
  const { id, version, state, obligations, reviews } = request;
  return (
    <div className="stack">
      {isOpen ? (
        <Card heading="My review">
          <FundingReviewForm
            key={reviews.mine?.version ?? 0}
            code={cycle.code}
            requestId={id}
            criteria={offer.criteria}
            mine={reviews.mine}
          />
        </Card>
      ) : null}
      {now < offer.closesAt ? (
        <Card heading="Not yet">
          <p>Reviews and decisions begin when asking closes, on {formatInstant(offer.closesAt, cycle.timeZone)}.</p>
        </Card>
      ) : (
        <Card heading={isOpen ? 'Other reviews' : 'Reviews'}>
          <OtherReviews reviews={reviews} criteria={offer.criteria} timeZone={cycle.timeZone} all={!isOpen} />
        </Card>
      )}
      {isOpen ? (
        <Card heading="Decision">
          <DecisionCard key={version} code={cycle.code} slots={slots} request={request} />
        </Card>
      ) : null}
      {state === 'awarded' ? (
        <Card heading="The membership">
          <AwardCard key={version} code={cycle.code} requestId={id} version={version} />
        </Card>
      ) : null}
      {owes(state) && obligations.length > 0 ? (
        <Card heading="Obligations">
          <ObligationsCard
            code={cycle.code}
            requestId={id}
            obligations={obligations}
            timeZone={cycle.timeZone}
            today={dayOf(now, cycle.timeZone)}
          />
        </Card>
      ) : null}
    </div>
  );
}
