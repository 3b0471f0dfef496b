import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { mayRemove, mayReword, readsDiscussion } from '@/domain/discussion';
import type { Clean } from '../blinding/schema';
import type { Powers } from '../queries';

type Of = {
  applicationId: string;
  /** The viewer has reviewed it, or abstained. */
  hasReviewed: boolean;
  clean: Clean;
};

/** What the committee says of an application, oldest first; null when it opens to the viewer only after their own review. */
export async function getThread(user: UserActor, powers: Powers, { applicationId, hasReviewed, clean }: Of, now: Date) {
  if (!readsDiscussion(powers, hasReviewed)) return null;
  const [comments, read] = await Promise.all([
    db.discussionComment.findMany({
      where: { applicationId, application: { personId: { notIn: [...user.closed] } } },
      select: {
        id: true,
        body: true,
        authorId: true,
        writtenAt: true,
        editedAt: true,
        removedAt: true,
        version: true,
        author: { select: { name: true } },
      },
      orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    }),
    db.discussionRead.findUnique({
      where: { applicationId_userId: { applicationId, userId: user.userId } },
      select: { readUntil: true },
    }),
  ]);
  const until = read?.readUntil ?? new Date(0);
  const shown = comments.map(({ author, ...comment }) => ({
    ...comment,
    // One's own words stay as they were typed, so that rewording them loses nothing.
    body: comment.authorId === user.userId ? comment.body : clean(comment.body),
    who: author.name,
    mayReword: mayReword(comment, user.userId, now),
    mayRemove: mayRemove(comment, user.userId),
    isNew: comment.authorId !== user.userId && comment.removedAt === null && comment.writtenAt > until,
  }));
  return { comments: shown, unread: shown.filter(({ isNew }) => isNew).length };
}
export type Thread = Awaited<ReturnType<typeof getThread>>;
