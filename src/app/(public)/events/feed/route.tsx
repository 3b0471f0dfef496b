import { showFeed, takeFeed } from '@/features/events/feed/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showFeed);
export const POST = handled(takeFeed);
