import { sendFeed } from '@/features/events/feed/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ file: string }> };

export const GET = handled<Context>(async (_, { params }) => sendFeed((await params).file));
