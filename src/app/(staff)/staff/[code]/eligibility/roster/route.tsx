import { redirect } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { takeRoster } from '@/features/eligibility/rosters/handlers';
import { paths } from '@/lib/paths';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ code: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  await pageCycle(code, 'eligibility.edit', paths.eligibility(code));
  redirect(paths.eligibility(code));
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { code } = await params;
  const { user, cycle } = await pageCycle(code, 'eligibility.edit', paths.eligibility(code));
  return handled<typeof cycle>((posted, found) => takeRoster(posted, found, user))(request, cycle);
}
