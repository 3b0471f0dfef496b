#!/usr/bin/env node
// Stands in for the schema engine that Prisma's CLI would download: JSON-RPC lines on stdin, the WebAssembly engine
// behind them (docs/decisions/0002). The npm scripts point PRISMA_SCHEMA_ENGINE_BINARY here.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { parse } from 'pg-connection-string';
import Result from 'pg/lib/result.js';

const CHAR_OID = 18;
const TEXT_OID = 25;

// The catalog's one-byte type "char" is refused by the adapter and wanted as Character by the engine: it travels as
// text, and its column names are remembered to give it its type back.
const charColumns = new Set();
const addFields = Result.prototype.addFields;
Result.prototype.addFields = function (fields) {
  for (const field of fields.filter(({ dataTypeID }) => dataTypeID === CHAR_OID)) {
    charColumns.add(field.name);
    field.dataTypeID = TEXT_OID;
  }
  return addFields.call(this, fields);
};

function mended(adapter) {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const isChar = (type, i) => type === ColumnTypeEnum.Text && charColumns.has(result.columnNames[i]);
    const columnTypes = result.columnTypes.map((type, i) => (isChar(type, i) ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
  // The adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL takes it whole.
  adapter.executeScript = async (script) => {
    if (!script.trim()) return;
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => adapter.onError(error));
  };
  return adapter;
}

class CatalogPg extends PrismaPg {
  connect = async () => mended(await super.connect());

  // The adapter would drop the shadow database while still connected to it, which PostgreSQL refuses.
  connectToShadowDb = async () => {
    const main = await this.connect();
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await new CatalogPg({ ...this.config, database }).connect();
    const disconnect = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await disconnect();
      await main.executeScript(`DROP DATABASE "${database}"`);
      await main.dispose();
    };
    return shadow;
  };
}

globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
const args = process.argv.slice(2);
if (args.includes('--version')) {
  console.log('schema-engine-wasm');
  process.exit(0);
}
const option = (name) => args[args.indexOf(name) + 1];
const { url } = JSON.parse(args.includes('--datasource') ? option('--datasource') : '{}');
const datamodels = args.flatMap((arg, i) =>
  arg === '--datamodels' ? [[args[i + 1], readFileSync(args[i + 1], 'utf8')]] : [],
);

const wasm = readFileSync(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')));
const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
bindings.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();
// Parsed, because a connection string would win over the name of the shadow database.
const factory = bindMigrationAwareSqlAdapterFactory(new CatalogPg(parse(url)));
const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const newEngine = () =>
  bindings.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory);

if (args.includes('cli')) {
  try {
    await (await newEngine()).ensureConnectionValidity({ datasource: { tag: 'ConnectionString', url } });
    process.exit(0);
  } catch (error) {
    const fields = { error_code: 'P1001', message: String(error.message ?? error) };
    console.error(JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields }));
    process.exit(1);
  }
}

let engine;
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const { id, method, params } = JSON.parse(line);
  let reply;
  try {
    engine ??= await newEngine();
    const result = (await engine[method](params)) ?? {};
    // The native engine prints a difference itself, through this message; the WebAssembly one hands it back.
    if (method === 'diff' && result.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } });
    reply = { result };
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error?.message ?? error),
      meta: null,
      error_code: error?.code ?? null,
    };
    reply = { error: { code: 4466, message: 'The schema engine failed. The data field has the details.', data } };
  }
  send({ id, ...reply });
}
