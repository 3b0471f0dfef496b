import { showMail } from '@/features/people/demo/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ file: string }> };

export const GET = handled(async (_, { params }: Context) => showMail((await params).file));
