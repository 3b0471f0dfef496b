import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  // A restore goes through those that the backup had, from a folder of their own.
  migrations: { path: process.env.MIGRATIONS_DIR ?? 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://unset' },
});
