import { showHelpMe, takeHelpMe } from '@/features/applications/helping/letting/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string }> };

export const GET = handled<Context>(async (request, { params }) => showHelpMe(request, await params));
export const POST = handled<Context>(async (request, { params }) => takeHelpMe(request, await params));
