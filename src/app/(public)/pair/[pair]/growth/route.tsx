import { showGrowth } from '@/features/closing/growth/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showGrowth(request, (await params).pair));
