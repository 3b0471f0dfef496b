import { showInterest, takeInterest } from '@/features/programs/interest/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ program: string }> };

export const GET = handled<Context>(async (_, { params }) => showInterest((await params).program));
export const POST = handled<Context>(async (request, { params }) => takeInterest(request, (await params).program));
