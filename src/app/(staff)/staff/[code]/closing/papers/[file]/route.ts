import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { paperFileFor, papersZip } from '@/features/closing/papers/queries';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; file: string }> };

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { code, file: wanted } = await params;
  const { user, cycle } = await pageCycle(code, 'closing.view', paths.closingPapers(code));
  const found = wanted === 'all.zip' ? await papersZip(cycle, user) : await paperFileFor(cycle.id, wanted, user);
  const { name, type, bytes } = found ?? notFound();
  return new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
