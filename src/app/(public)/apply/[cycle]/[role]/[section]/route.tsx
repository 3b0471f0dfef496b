import { showSection, takeSection } from '@/features/applications/drafts/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string; section: string }> };

export const GET = handled<Context>(async (request, { params }) => showSection(request, await params));
export const POST = handled<Context>(async (request, { params }) => takeSection(request, await params));
