import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { ApplicationHead, OwnApplication } from '@/features/applications/inbox/components/application-head';
import { findPosition } from '@/features/applications/inbox/queries';
import { readFilter, searchOf, writeFilter } from '@/features/applications/inbox/schema';
import { DeclareForm } from '@/features/conflicts/components/declare-form';
import { NotWith } from '@/features/matching/wishes/components/not-with';
import { listParticipantVetoes } from '@/features/matching/wishes/queries';
import { may } from '@/domain/permissions';
import { QuestionsCard } from '@/features/reviews/asking/components/questions-card';
import { listQuestions } from '@/features/reviews/asking/queries';
import { AnswersView } from '@/features/reviews/components/answers-view';
import { ReviewSide } from '@/features/reviews/components/review-side';
import { SavedWords } from '@/features/reviews/components/saved-words';
import { DiscussionCard } from '@/features/reviews/discussion/components/discussion-card';
import { getThread } from '@/features/reviews/discussion/queries';
import { KeysSection } from '@/features/keys/components/keys-section';
import { hasKeys } from '@/features/keys/queries';
import { findApplication, isOwnApplication, powersOf, viewerOf } from '@/features/reviews/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ code: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props) {
  const { code } = await params;
  return { title: `Application, ${code.toUpperCase()}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { code, id } = await params;
  const search = searchOf(await searchParams);
  const { user, cycle, now } = await pageCycle(
    code,
    'application.read',
    paths.application(code, id, search.size > 0 ? `?${search}` : ''),
  );
  if (!isId(id)) notFound();
  if (await isOwnApplication(user, cycle.id, id)) return <OwnApplication code={code} />;
  const powers = powersOf(user, cycle, now);
  const application = await findApplication(user, cycle, id, powers);
  if (!application) notFound();
  const hasReviewed = application.reviews.mine !== null;
  const thread = await getThread(user, powers, { applicationId: id, hasReviewed }, now);
  const questions = await listQuestions(id);
  const mayAsk =
    may(user, 'applicant.ask', { programId: cycle.programId }, now) &&
    application.releasedAt === null &&
    (application.state === 'submitted' || application.state === 'needs_information') &&
    questions.every(({ answeredAt }) => answeredAt !== null);
  const filter = readFilter(search, powers.reviews);
  const place = { cycle: code, applicationId: id, filter: writeFilter(filter) };
  const position = await findPosition(cycle.id, viewerOf(user, powers), filter, id);
  return (
    <div className="stack-l">
      <SavedWords saved={search.get('saved') ?? ''} />
      <ApplicationHead
        code={code}
        timeZone={cycle.timeZone}
        filter={filter}
        position={position}
        application={application}
        reviews={powers.reviews}
      />
      <div className="side-by-side review">
        <div className="stack-l">
          <AnswersView
            sections={application.sections}
            fileHref={(question) => paths.answerFile(cycle.code, application.id, question)}
          />
          {powers.readsStaffAnswers ? (
            <NotWith code={code} applicationId={id} vetoes={await listParticipantVetoes(id)} />
          ) : null}
        </div>
        <div className="stack">
          <ReviewSide
            key={id}
            application={application}
            powers={powers}
            place={place}
            timeZone={cycle.timeZone}
            now={now}
          />
          <DiscussionCard
            place={place}
            application={application}
            thread={thread}
            writes={powers.reviews || powers.decides}
            timeZone={cycle.timeZone}
          />
          <QuestionsCard
            cycle={code}
            applicationId={id}
            questions={questions}
            mayAsk={mayAsk}
            timeZone={cycle.timeZone}
          />
          {powers.reviews || powers.decides ? <DeclareForm cycle={code} applicationId={id} /> : null}
        </div>
      </div>
      <KeysSection code={cycle.code} on={await hasKeys(user)} />
    </div>
  );
}
