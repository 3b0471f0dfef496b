import { notFound } from 'next/navigation';
import { pageCycle } from '@/auth/guard';
import { sendReport } from '@/features/reports/handlers';
import { askedSchema, readFile } from '@/features/reports/schema';
import { paths } from '@/lib/paths';

type Context = { params: Promise<{ code: string; file: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { code, file: typed } = await params;
  const { user, cycle, now } = await pageCycle(code, 'cycle.book', paths.reports(code));
  const file = readFile(typed) ?? notFound();
  const asked = askedSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return sendReport({ user, cycle, file, beside: asked.with.toUpperCase(), now });
}
