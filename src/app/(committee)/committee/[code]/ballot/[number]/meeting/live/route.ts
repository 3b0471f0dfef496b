import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { streamMeeting, takeBeat } from '@/features/ballots/meeting/handlers';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; number: string }> };

async function seat({ params }: Context) {
  const { code, number: typed } = await params;
  const number = /^[1-9]\d{0,5}$/.test(typed) ? Number(typed) : 0;
  return { ...(await pageCycle(code, 'ballot.view', paths.ballotMeeting(code, number))), number };
}

export async function GET(request: Request, context: Context): Promise<Response> {
  return (await streamMeeting(request, await seat(context))) ?? notFound();
}

export async function POST(request: Request, context: Context): Promise<Response> {
  return (await takeBeat(request, await seat(context))) ?? notFound();
}
