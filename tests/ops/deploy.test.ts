import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };

const read = (file: string) => readFileSync(file, 'utf8');
const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, word]) => word ?? '');
const unit = read('deploy/soundings.service');
const containerfile = read('deploy/Containerfile');
const environment = z.record(z.string(), z.coerce.string());
const services = z.object({
  soundings: z.object({
    build: z.object({ context: z.string(), dockerfile: z.string() }),
    env_file: z.string(),
    environment,
    ports: z.array(z.string()),
    volumes: z.array(z.string()),
    stop_grace_period: z.string(),
  }),
  database: z.object({ environment }),
});
const { soundings, database } = z.object({ services }).parse(load(read('deploy/compose.yaml'))).services;
const inUnit = (name: string) => found(new RegExp(`^${name}=(.*)$`, 'gm'), unit)[0];

describe('the files of deploy/', () => {
  it('start what npm start starts', () => {
    const words = packageJson.scripts.start.split(' ');
    expect(inUnit('ExecStart')).toBe(`/usr/bin/${packageJson.scripts.start}`);
    expect(containerfile).toContain(`CMD ${JSON.stringify(words).replaceAll(',', ', ')}\n`);
  });

  it('give a stop the same time, which is what docs/running.md asks for', () => {
    expect(inUnit('TimeoutStopSec')).toBe('40');
    expect(soundings.stop_grace_period).toBe('40s');
    const running = read('docs/running.md');
    expect(running).toContain('a grace of 40 seconds');
    expect(running).toContain('--stop-timeout 40');
  });

  it('copy into the image what is there, and lets through', () => {
    const copied = found(/^COPY (?!--from)(.*) \S+$/gm, containerfile).flatMap((words) => words.split(' '));
    expect(copied.length).toBeGreaterThan(5);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
    const letThrough = found(/^!(.*)$/gm, read('deploy/Containerfile.dockerignore'));
    expect(letThrough.toSorted()).toEqual(copied.toSorted());
  });

  it('keep the data in one place each, which nothing in .env.example moves', () => {
    expect(containerfile).toMatch(/^ENV .*DATA_DIR=\/data$/m);
    expect(containerfile).toMatch(/^VOLUME \/data$/m);
    expect(soundings.environment.DATA_DIR).toBe('/data');
    expect(soundings.volumes).toEqual(['exports:/data']);
    expect(inUnit('StateDirectory')).toBe('soundings');
    expect(read('docs/running.md')).toContain('DATA_DIR=/var/lib/soundings');
    const set = found(/^([A-Z_]+)=/gm, read('.env.example'));
    expect(set).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET']);
  });

  it('find each other', () => {
    expect(existsSync(join('deploy', soundings.build.context, soundings.build.dockerfile))).toBe(true);
    expect(join('deploy', soundings.env_file)).toBe('.env');
    const address = new URL(String(soundings.environment.DATABASE_URL).replace(/\$\{.*\}/, 'secret'));
    expect([address.hostname, address.username, address.pathname]).toEqual([
      'database',
      database.environment.POSTGRES_USER,
      `/${database.environment.POSTGRES_DB}`,
    ]);
    expect(soundings.ports).toEqual([`127.0.0.1:3000:${soundings.environment.PORT}`]);
  });
});

it('what runs needs nothing that is only there for development', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('practice') && name !== 'demo.ts')
    .map((name) => read(join('src', name)));
  const packages = sources
    .flatMap((source) => found(/^(?:import|export) (?!type )[^;]*?from '([^.'][^']*)';/gm, source))
    .filter((name) => !name.startsWith('node:') && !builtinModules.includes(name))
    .map((name) => name.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? '');
  expect(new Set(packages).size).toBeGreaterThan(10);
  expect([...new Set(packages)].filter((name) => !(name in packageJson.dependencies))).toEqual([]);
});
