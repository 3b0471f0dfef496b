import { showCheck, takeCheck } from '@/features/applications/sending/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string }> };

export const GET = handled<Context>(async (request, { params }) => showCheck(request, await params));
export const POST = handled<Context>(async (request, { params }) => takeCheck(request, await params));
