import { takeReminders } from '@/features/pairs/quiet/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const POST = handled<Context>(async (request, { params }) => takeReminders(request, (await params).pair));
