import { showSent } from '@/features/applications/sending/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string }> };

export const GET = handled<Context>(async (request, { params }) => showSent(request, await params));
