import { showCarry, takeCarry } from '@/features/applications/carrying/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (request, { params }) => showCarry(request, (await params).token));
export const POST = handled<Context>(async (request, { params }) => takeCarry(request, (await params).token));
