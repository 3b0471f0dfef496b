import { showActivities } from '@/features/pairs/activities/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showActivities(request, (await params).pair));
