import { takeChoice } from '@/features/applications/status/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ draft: string }> };

export const POST = handled<Context>(async (request, { params }) => takeChoice(request, (await params).draft));
