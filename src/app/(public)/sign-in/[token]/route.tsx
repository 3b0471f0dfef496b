import { showLink, takeLink } from '@/features/people/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled(async (request, { params }: Context) => showLink(request, (await params).token));
export const POST = handled(async (request, { params }: Context) => takeLink(request, (await params).token));
