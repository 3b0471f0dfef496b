import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { may } from '@/domain/permissions';
import { findRecord, RECORD_FILES } from '@/features/matching/records/queries';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; id: string; file: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, id, file: typed } = await params;
  const file = RECORD_FILES.find((name) => name === typed);
  const { user, cycle, now } = await pageCycle(code, 'matching.view', paths.matching(code));
  const readsVetoes = may(user, 'participant_veto.read', { programId: cycle.programId }, now);
  const text = file && isId(id) ? await findRecord(cycle.id, id, file, { closed: user.closed, readsVetoes }) : null;
  if (text === null) notFound();
  return new Response(text, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${cycle.code}-${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
