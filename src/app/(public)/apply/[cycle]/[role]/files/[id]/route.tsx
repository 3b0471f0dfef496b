import { sendOwnFile } from '@/features/applications/files/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string; id: string }> };

export const GET = handled<Context>(async (request, { params }) => sendOwnFile(request, await params));
