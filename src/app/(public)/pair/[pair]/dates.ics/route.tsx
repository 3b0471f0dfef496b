import { sendPairCalendar } from '@/features/pairs/home/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => sendPairCalendar(request, (await params).pair));
