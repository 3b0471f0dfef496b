import { ZipFile } from 'yazl';

/** Files in one ZIP, in their order, all with the same moment: equal files give equal bytes. */
export async function zipOf(files: readonly { name: string; bytes: Buffer }[], at: Date): Promise<Buffer<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const { name, bytes } of files) zip.addBuffer(bytes, name, { mtime: at });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
