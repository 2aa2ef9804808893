import { defineConfig } from 'astro/config';
import steelyard from 'steelyard/astro';

export default defineConfig({ integrations: [steelyard()] });
