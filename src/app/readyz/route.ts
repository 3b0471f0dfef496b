import { findReadiness } from '@/features/operations/queries';
import { clock } from '@/lib/clock';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  const parts = await findReadiness(clock.now());
  const ready = Object.values(parts).every(Boolean);
  return Response.json({ ready, ...parts }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
