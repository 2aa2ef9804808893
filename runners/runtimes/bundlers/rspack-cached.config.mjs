import { join } from 'node:path';

export default {
  cache: {
    type: 'persistent',
    storage: { type: 'filesystem', directory: join(process.env.HOME, 'cache') },
  },
};
