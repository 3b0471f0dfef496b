import { showMatch, takeMatchAnswer } from '@/features/pairs/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) => showMatch((await params).token));
export const POST = handled<Context>(async (request, { params }) => takeMatchAnswer(request, (await params).token));
