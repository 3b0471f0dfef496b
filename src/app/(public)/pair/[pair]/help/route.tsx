import { showAsk, takeAsk } from '@/features/pairs/asking/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showAsk(request, (await params).pair));
export const POST = handled<Context>(async (request, { params }) => takeAsk(request, (await params).pair));
