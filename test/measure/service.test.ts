import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '../../src/measure/world.ts';
import { ServiceError, startService } from '../../src/measure/service.ts';
import { fixture, makeWorld, temporaryFolder } from './make-world.ts';

let world: World;
let remove: () => void;
beforeAll(async () => {
  ({ world, remove } = await makeWorld());
});
afterAll(() => remove());

const start = (command: [string, ...string[]], parameters = {}) =>
  startService(
    { command, parameters, environment: { PATH: '/usr/bin:/bin' } },
    world.launcher,
    temporaryFolder(),
  );

test('a service hands over its parameters and environment when it is ready', async () => {
  const service = await start(fixture('services/echo-service.mjs'));
  expect(service.parameters).toEqual({ server: 'here' });
  expect(service.environment).toEqual({ FROM_SERVICE: 'yes' });
  await service.stop();
});

test('a service reports each time it is asked', async () => {
  const service = await start(fixture('services/echo-service.mjs'), { problem: 'odd' });
  const first = await service.report();
  expect(first).toMatchObject({ problems: ['odd'], service: { requests: 1, longestNs: 6 } });
  expect(await service.report()).toEqual(first);
  await service.stop();
});

test('a service that is not there is named', async () => {
  await expect(start(['/no/such/service'])).rejects.toThrow(ServiceError);
});

test('a ready line that can not be read is shown with what is wrong with it', async () => {
  const odd = start([
    '/bin/sh',
    '-c',
    `echo '{"steelyard":1,"ready":{"port":80}}'; cat > /dev/null`,
  ]);
  await expect(odd).rejects.toThrow(/ready line can't be read: .*"port":80.*Unrecognized key/s);
});

test.each([
  ['a parameter of the case', { port: 80 }, {}, 'port'],
  ['the cores', { cores: 1 }, {}, 'cores'],
  ['a variable of every run', {}, { PATH: '/' }, 'PATH'],
])('a service does not give %s anew', async (_, parameters, environment, name) => {
  const ready = JSON.stringify({ steelyard: 1, ready: { parameters, environment } });
  const service = start(['/bin/sh', '-c', `echo '${ready}'; cat > /dev/null`], { port: 1 });
  await expect(service).rejects.toThrow(`the service gives ${name}, which programs get already`);
});
