import { say } from '@/lib/words/say';

const MAX_BODY = 256 * 1024;
/** Above the limit of a file, so that a file which is too large can be answered beside its question. */
const MAX_FILE_BODY = 12 * 1024 * 1024;

/** A request that is turned away before any rule of ours is asked. */
export class BadRequest extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads at most `most` bytes, whatever the headers promise. */
export async function readBody(request: Request, most: number): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > most) {
      await reader.cancel();
      throw new BadRequest(413, say('common.thisIsMoreThanThe'));
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

type Fields = { values: URLSearchParams; files: Map<string, { name: string; bytes: Uint8Array<ArrayBuffer> }> };

export async function readMultipart(request: Request, type: string): Promise<Fields> {
  const body = await readBody(request, MAX_FILE_BODY);
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (form === null) throw new BadRequest(400, say('common.thisFormArrivedIncompleteGo'));
  const fields: Fields = { values: new URLSearchParams(), files: new Map() };
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.values.append(name, value);
    // A file field that was left empty comes as a file without a name; an empty file has one.
    else if (value.size > 0 || value.name !== '')
      fields.files.set(name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return fields;
}

export const readPlain = async (request: Request): Promise<Fields> => ({
  values: new URLSearchParams((await readBody(request, MAX_BODY)).toString('utf8')),
  files: new Map(),
});
