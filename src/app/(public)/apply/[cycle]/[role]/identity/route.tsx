import { showIdentity, takeIdentity } from '@/features/applications/identity/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string }> };

export const GET = handled<Context>(async (request, { params }) => showIdentity(request, await params));
export const POST = handled<Context>(async (request, { params }) => takeIdentity(request, await params));
