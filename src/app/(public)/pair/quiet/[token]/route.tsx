import { showQuiet, takeQuiet } from '@/features/pairs/quiet/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (request, { params }) => showQuiet(request, (await params).token));
export const POST = handled<Context>(async (request, { params }) => takeQuiet(request, (await params).token));
