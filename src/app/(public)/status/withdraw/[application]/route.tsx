import { showWithdraw, takeWithdraw } from '@/features/applications/status/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ application: string }> };

export const GET = handled<Context>(async (request, { params }) => showWithdraw(request, (await params).application));
export const POST = handled<Context>(async (request, { params }) => takeWithdraw(request, (await params).application));
