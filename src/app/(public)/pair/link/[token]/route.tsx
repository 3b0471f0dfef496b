import { showPairLink, takePairLink } from '@/features/pairs/links/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) => showPairLink((await params).token));
export const POST = handled<Context>(async (request, { params }) => takePairLink(request, (await params).token));
