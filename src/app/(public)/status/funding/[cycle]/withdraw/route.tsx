import { showGiveBack, takeGiveBack } from '@/features/applications/funding/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string }> };

export const GET = handled<Context>(async (request, { params }) => showGiveBack(request, (await params).cycle));
export const POST = handled<Context>(async (request, { params }) => takeGiveBack(request, (await params).cycle));
