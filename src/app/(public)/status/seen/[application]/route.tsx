import { showSeen } from '@/features/applications/status/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ application: string }> };

export const GET = handled<Context>(async (request, { params }) => showSeen(request, (await params).application));
