import { showCertificate } from '@/features/closing/papers/handlers';
import { handled } from '@/ui/http';

type Context = { params: Promise<{ number: string }> };

export const GET = handled<Context>(async (_, { params }) => showCertificate((await params).number));
