import { showForm, takeStart } from '@/features/applications/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string }> };

export const GET = handled<Context>(async (request, { params }) => showForm(request, await params));
export const POST = handled<Context>(async (request, { params }) => takeStart(request, await params));
