import { showLetter } from '@/features/applications/status/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ release: string }> };

export const GET = handled<Context>(async (request, { params }) => showLetter(request, (await params).release));
