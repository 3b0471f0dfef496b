import { showConcern, takeConcern } from '@/features/pairs/asking/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showConcern(request, (await params).pair));
export const POST = handled<Context>(async (request, { params }) => takeConcern(request, (await params).pair));
