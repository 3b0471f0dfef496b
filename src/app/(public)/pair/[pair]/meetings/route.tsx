import { showMeetings, takeMeeting } from '@/features/pairs/meetings/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ pair: string }> };

export const GET = handled<Context>(async (request, { params }) => showMeetings(request, (await params).pair));
export const POST = handled<Context>(async (request, { params }) => takeMeeting(request, (await params).pair));
