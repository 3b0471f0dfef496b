import { showCopy, takeCopy } from '@/features/applications/copies/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ copy: string }> };

export const GET = handled<Context>(async (request, { params }) => showCopy(request, (await params).copy));
export const POST = handled<Context>(async (request, { params }) => takeCopy(request, (await params).copy));
