import { person, signedIn } from './person';

/** Several people may take turns at one browser: a page that one of them has opened is not left in view for another. */
const tabs = new BroadcastChannel('casebook.person');

/** Tells the browser's other tabs who is logged in now; empty when nobody is any more. */
export function tellTabs(who: string): void {
	tabs.postMessage(who);
}

/** A login that has merely expired turns nobody out: something may still stand on the page alone. */
function look(): void {
	meet(signedIn() || person.here);
}

function meet(who: string): void {
	if (person.here && who !== person.here) location.reload();
}

/** Listens until the page goes. */
export function watch(): void {
	tabs.onmessage = ({ data }: MessageEvent<string>) => meet(data);
	addEventListener('focus', look);
	addEventListener('pageshow', look);
	document.addEventListener('visibilitychange', look);
}
