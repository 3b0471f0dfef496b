const MINUTE_MS = 60_000;
/** How long a comment can be reworded: others may have answered it after that. */
export const EDIT_MINUTES = 15;

type Comment = { authorId: string; writtenAt: Date; removedAt: Date | null };

export const mayReword = ({ authorId, writtenAt, removedAt }: Comment, userId: string, now: Date): boolean =>
  authorId === userId && removedAt === null && now.getTime() < writtenAt.getTime() + EDIT_MINUTES * MINUTE_MS;

export const mayRemove = ({ authorId, removedAt }: Comment, userId: string): boolean =>
  authorId === userId && removedAt === null;

type Reader = { /** Judges applications. */ reviews: boolean; /** Is the chair. */ decides: boolean };

/** Who judges reads what others say of an application after their own review, as with others' reviews; chair and staff always. */
export const readsDiscussion = ({ reviews, decides }: Reader, hasReviewed: boolean): boolean =>
  decides || !reviews || hasReviewed;
