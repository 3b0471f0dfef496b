import { notFound } from 'next/navigation';
import { hasKeys } from '@/auth/actor';
import { pageCycle } from '@/auth/guard';
import { BlindNote } from '@/features/applications/inbox/components/blind-note';
import { ApplicationHead, OwnApplication } from '@/features/applications/inbox/components/application-head';
import { findPosition } from '@/features/applications/inbox/queries';
import { readFilter, searchOf, writeFilter } from '@/features/applications/inbox/schema';
import { DeclareForm } from '@/features/conflicts/components/declare-form';
import { NotWith } from '@/features/matching/wishes/components/not-with';
import { listParticipantVetoes } from '@/features/matching/wishes/queries';
import { may } from '@/domain/permissions';
import { ReadersCard } from '@/features/reviews/assigning/components/readers-card';
import { loadReading } from '@/features/reviews/assigning/queries';
import { QuestionsCard } from '@/features/reviews/asking/components/questions-card';
import { listQuestions, type AskedQuestion } from '@/features/reviews/asking/queries';
import { AnswersView } from '@/features/reviews/components/answers-view';
import { ReviewSide } from '@/features/reviews/components/review-side';
import { SavedWords } from '@/features/reviews/components/saved-words';
import { DiscussionCard } from '@/features/reviews/discussion/components/discussion-card';
import { getThread } from '@/features/reviews/discussion/queries';
import { KeysSection } from '@/features/keys/components/keys-section';
import {
  findApplication,
  isOwnApplication,
  powersOf,
  viewerOf,
  type ReadApplication,
} from '@/features/reviews/queries';
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
  const found = await findApplication(user, cycle, id, powers);
  if (!found) notFound();
  const { clean, ...application } = found;
  const hasReviewed = application.reviews.mine !== null;
  const thread = await getThread(user, powers, { applicationId: id, hasReviewed, clean }, now);
  const questions = await listQuestions(id, clean);
  const mayAsk = may(user, 'applicant.ask', { programId: cycle.programId }, now) && isAskable(application, questions);
  const filter = readFilter(search, powers.reviews);
  const place = { cycle: code, applicationId: id, filter: writeFilter(filter) };
  const position = await findPosition(cycle.id, viewerOf(user, powers), filter, id);
  return (
    <div className="stack-l">
      <SavedWords saved={search.get('saved') ?? ''} />
      {powers.blind ? <BlindNote /> : null}
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
          <ReadersCard
            code={code}
            cycleId={cycle.id}
            reading={powers.arranges ? await loadReading(cycle, user, now, { only: id }) : null}
            applicationId={id}
          />
          {powers.reviews || powers.decides ? <DeclareForm cycle={code} applicationId={id} /> : null}
        </div>
      </div>
      <KeysSection code={cycle.code} on={await hasKeys()} />
    </div>
  );
}

/** Whether a question may be asked about it now: not decided, not told, and none waits for an answer. */
const isAskable = ({ releasedAt, state }: ReadApplication, questions: readonly AskedQuestion[]): boolean =>
  releasedAt === null &&
  (state === 'submitted' || state === 'needs_information') &&
  questions.every(({ answeredAt }) => answeredAt !== null);
