import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { findMinutesFile, MINUTES_FILES } from '@/features/ballots/minutes/queries';
import { powersOn } from '@/features/ballots/queries';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; number: string; file: string }> };

const TYPES = { 'minutes.txt': 'text/plain; charset=utf-8', 'results.csv': 'text/csv; charset=utf-8' } as const;

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, number: typed, file: wanted } = await params;
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 0;
  const { user, cycle, now } = await pageCycle(code, 'ballot.view', paths.ballotMinutes(code, number));
  const file = MINUTES_FILES.find((name) => name === wanted) ?? notFound();
  const viewer = powersOn(user, cycle.programId, now);
  const text = (await findMinutesFile(cycle, { number, file }, viewer, now)) ?? notFound();
  return new Response(text, {
    headers: {
      'Content-Type': TYPES[file],
      'Content-Disposition': `attachment; filename="${cycle.code}-ballot-${number}-${file}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
