import { join } from 'node:path';

export default { cache: { type: 'filesystem', cacheDirectory: join(process.env.HOME, 'cache') } };
