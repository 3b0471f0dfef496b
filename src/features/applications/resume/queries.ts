import { db } from '@/db/client';
import { languageIn } from '@/domain/language';
import { type Signature, signedColumns } from '@/mail/compose';
import { hashToken } from '@/lib/token';

const columns = {
  organizationId: true,
  language: true,
  cycle: { select: { name: true, program: { select: signedColumns } } },
} as const;

/** The newest form of an address, for the mail that leads back to it; null when there is none. */
export async function findWayBack(email: string) {
  const draft = await db.draft.findFirst({
    where: { email, applications: { some: { state: { not: 'withdrawn' } } } },
    select: { id: true, ...columns },
    orderBy: { startedAt: 'desc' },
  });
  if (draft) return wayBack(draft.id, draft);
  const application = await db.application.findFirst({
    where: { email, submittedAt: { not: null } },
    select: columns,
    orderBy: { submittedAt: 'desc' },
  });
  return application && wayBack(null, application);
}

type Found = {
  organizationId: string;
  language: string;
  cycle: { name: string; program: { name: string } & Omit<Signature, 'program'> };
};

function wayBack(draftId: string | null, { organizationId, language, cycle }: Found) {
  const { name, ...contact } = cycle.program;
  return {
    draftId,
    organizationId,
    language: languageIn(language),
    cycleName: `${name}, ${cycle.name}`,
    signature: { program: name, ...contact },
  };
}

/** Whether a mailed link may still be used; opening its page spends nothing. */
export const isLiveLink = async (token: string, now: Date): Promise<boolean> =>
  (await db.token.count({
    where: { tokenHash: hashToken(token), purpose: 'resume', usedAt: null, expiresAt: { gt: now } },
  })) > 0;
