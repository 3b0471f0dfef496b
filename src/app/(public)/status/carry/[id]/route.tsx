import { takeCarryWish } from '@/features/applications/carrying/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ id: string }> };

export const POST = handled<Context>(async (request, { params }) => takeCarryWish(request, (await params).id));
