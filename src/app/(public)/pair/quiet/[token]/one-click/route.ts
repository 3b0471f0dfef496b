import { showQuietInstead, takeOneClick } from '@/features/pairs/quiet/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ token: string }> };

export const GET = handled<Context>(async (_, { params }) => showQuietInstead((await params).token));
export const POST = handled<Context>(async (request, { params }) => takeOneClick(request, (await params).token));
