import { showPair } from '@/features/pairs/home/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showPair(request, (await params).pair));
