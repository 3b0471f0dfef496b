import { sendCalendar } from '@/features/programs/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ program: string }> };

export const GET = handled<Context>(async (_, { params }) => sendCalendar((await params).program));
