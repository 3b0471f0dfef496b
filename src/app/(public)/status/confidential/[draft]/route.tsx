import { showConfidential, takeErasure } from '@/features/applications/confidential/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ draft: string }> };

export const GET = handled<Context>(async (request, { params }) => showConfidential(request, (await params).draft));
export const POST = handled<Context>(async (request, { params }) => takeErasure(request, (await params).draft));
