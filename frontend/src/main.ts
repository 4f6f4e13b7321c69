import { mount } from 'svelte';
import App from './App.svelte';
import './base.css';
import './fonts.css';
import { release } from './parts/release.svelte';
import { router } from './parts/router.svelte';
import { settings } from './parts/settings.svelte';
import './tokens.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

settings.apply();
router.listen();
export default mount(App, { target });
void release.watch();
void import('./parts/turns').then(
	({ watch }) => watch(),
	() => undefined, // what cannot be fetched is done without
);
