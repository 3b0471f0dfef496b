import { showAgreement, takeAgreement } from '@/features/pairs/home/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showAgreement(request, (await params).pair));
export const POST = handled<Context>(async (request, { params }) => takeAgreement(request, (await params).pair));
