import { showInterestLink, takeInterestLink } from '@/features/programs/interest/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) => showInterestLink((await params).token));
export const POST = handled<Context>(async (request, { params }) => takeInterestLink(request, (await params).token));
