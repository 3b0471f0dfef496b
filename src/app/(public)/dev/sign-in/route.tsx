import { showDemoPeople, takeDemoPerson } from '@/features/people/demo/handlers';
import { handled } from '@/ui/http';

export const GET = handled(showDemoPeople);
export const POST = handled(takeDemoPerson);
