import { showFunding, takeFunding } from '@/features/applications/funding/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string }> };

export const GET = handled<Context>(async (request, { params }) => showFunding(request, (await params).cycle));
export const POST = handled<Context>(async (request, { params }) => takeFunding(request, (await params).cycle));
