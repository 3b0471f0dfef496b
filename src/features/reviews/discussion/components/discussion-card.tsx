import { formatInstant } from '@/domain/dates';
import { EDIT_MINUTES } from '@/domain/discussion';
import { ActionForm } from '@/ui/staff/action-form';
import { WordsForm } from '@/ui/staff/words-form';
import { Tag } from '@/ui/static/shapes';
import type { Place } from '../../components/form-parts';
import {
  markForDiscussionAction,
  markReadAction,
  removeCommentAction,
  rewordCommentAction,
  writeCommentAction,
} from '../actions';
import type { Thread } from '../queries';

type Props = {
  place: Place;
  application: { version: number; state: string; discussSince: Date | null; discussReason: string };
  /** null: opens after the viewer's own review. */
  thread: Thread;
  /** Is of the committee, and not only reading. */
  writes: boolean;
  timeZone: string;
};
type Comment = NonNullable<Thread>['comments'][number];

/** What the committee says to each other about an application, and whether it has to talk about it. */
export function DiscussionCard({ place, application, thread, writes, timeZone }: Props) {
  const fields = { ...place };
  return (
    <section className="card stack" id="discussion" aria-label="Discussion">
      <h2>Discussion</h2>
      <Mark place={place} application={application} isOpen={thread !== null} writes={writes} timeZone={timeZone} />
      {thread === null ? (
        <p>You read what others say after you save your review or abstain. The applicant never does.</p>
      ) : (
        <>
          <Unread thread={thread} fields={fields} />
          {thread.comments.length === 0 ? (
            <p>Nobody has written anything yet. The applicant never reads this.</p>
          ) : null}
          <ol className="plain thread">
            {thread.comments.map((comment) => (
              <li key={comment.id}>
                <OneComment comment={comment} fields={fields} timeZone={timeZone} />
              </li>
            ))}
          </ol>
          {writes ? (
            <WordsForm
              action={writeCommentAction}
              fields={fields}
              label="Write to the committee"
              field={{
                name: 'body',
                label: 'Comment',
                hint: `The committee and staff read it, the applicant never. You can change it for ${EDIT_MINUTES} minutes.`,
                rows: 3,
                within: 'comment',
              }}
            />
          ) : null}
        </>
      )}
    </section>
  );
}

type Fields = Record<string, string>;

function Mark({ place, application, isOpen, writes, timeZone }: Omit<Props, 'thread'> & { isOpen: boolean }) {
  const { discussSince, discussReason, version, state } = application;
  const fields = { ...place, version, on: discussSince ? 'no' : 'yes' };
  return (
    <>
      {discussSince ? (
        <p>
          <Tag tone="wait">Needs discussion</Tag> since {formatInstant(discussSince, timeZone)}.
          {isOpen && discussReason ? <> “{discussReason}”</> : null}
        </p>
      ) : null}
      {writes && state !== 'withdrawn' ? (
        <details>
          <summary>{discussSince ? 'It was talked about' : 'Mark it for discussion'}</summary>
          <WordsForm
            action={markForDiscussionAction}
            fields={fields}
            label={discussSince ? 'Take the mark away' : 'Mark for discussion'}
            field={{
              name: 'reason',
              label: discussSince ? 'What was settled?' : 'What should the committee talk about?',
              hint: 'The committee and staff read it.',
              within: 'mark',
            }}
          />
        </details>
      ) : null}
    </>
  );
}

function Unread({ thread: { unread, comments }, fields }: { thread: NonNullable<Thread>; fields: Fields }) {
  const newest = comments.at(-1)?.writtenAt.getTime() ?? 0;
  if (unread === 0) return null;
  return (
    <div className="row">
      <Tag tone="wait">{unread === 1 ? '1 new' : `${unread} new`}</Tag>
      <ActionForm action={markReadAction} fields={{ ...fields, until: newest }} label="Mark as read" tone="quiet" />
    </div>
  );
}

type OneProps = { comment: Comment; fields: Fields; timeZone: string };

function OneComment({ comment, fields, timeZone }: OneProps) {
  const { id, who, body, writtenAt, editedAt, removedAt, version, isNew } = comment;
  const own = { ...fields, id, version };
  return (
    <article className="stack-s" aria-label={`${who}, ${formatInstant(writtenAt, timeZone)}`}>
      <p>
        <strong>{who}</strong> {isNew ? <Tag tone="wait">new</Tag> : null}
        <span className="small quiet block">
          {formatInstant(writtenAt, timeZone)}
          {editedAt && !removedAt ? ', changed since' : null}
        </span>
      </p>
      {removedAt ? <p className="quiet">Removed by {who}.</p> : <p className="said">{body}</p>}
      {comment.mayReword ? (
        <details>
          <summary>Change it</summary>
          <WordsForm
            action={rewordCommentAction}
            fields={own}
            label="Save comment"
            field={{ name: 'body', label: 'Comment', value: body, rows: 3, within: id }}
          />
        </details>
      ) : null}
      {comment.mayRemove ? (
        <ActionForm
          action={removeCommentAction}
          fields={own}
          label="Remove"
          about="this comment of yours"
          tone="quiet"
        />
      ) : null}
    </article>
  );
}
