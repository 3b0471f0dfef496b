import { showAddress, takeAddress } from '@/features/applications/address/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ cycle: string; role: string }> };

export const GET = handled<Context>(async (request, { params }) => showAddress(request, await params));
export const POST = handled<Context>(async (request, { params }) => takeAddress(request, await params));
