import { expect, type Locator, type Page } from '@playwright/test';

/** The spacing a reader may ask for (WCAG 1.4.12). A sheet of its own: the page's policy refuses a style element. */
export async function spaceOut(page: Page): Promise<void> {
	await page.evaluate(() => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(`
			* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
			p { margin-block-end: 2em !important; }
		`);
		document.adoptedStyleSheets = [sheet];
	});
}

/** Nothing makes the page itself scroll sideways; the first culprits are named. */
export async function expectNoSideways(page: Page, screen: string): Promise<void> {
	const over = await page.evaluate(() => {
		const width = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= width) return [];
		return [...document.body.querySelectorAll('*')]
			.filter((element) => element.getBoundingClientRect().right > width + 1)
			.slice(0, 5)
			.map((element) => `${element.outerHTML.slice(0, 90)}… ${element.textContent?.slice(0, 40)}`);
	});
	expect.soft(over, `${screen} fits ${page.viewportSize()?.width} px`).toEqual([]);
}

/** Words are not cut off: what hides its overflow has none. */
export async function expectNothingCut(page: Page, screen: string): Promise<void> {
	const cut = await page.evaluate(() =>
		[...document.body.querySelectorAll<HTMLElement>('*')]
			.filter((element) => {
				const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element);
				if (clipPath !== 'none' || textOverflow === 'ellipsis' || !element.innerText) return false;
				const wide = element.scrollWidth > element.clientWidth + 1;
				const high = element.scrollHeight > element.clientHeight + 1;
				return (/hidden|clip/.test(overflowX) && wide) || (/hidden|clip/.test(overflowY) && high);
			})
			.map((element) => element.outerHTML.slice(0, 120)),
	);
	expect.soft(cut, `${screen}: nothing is cut off`).toEqual([]);
}

/** What a finger has to hit: a control, or the label that stands for it. */
export async function expectTargets(place: Page | Locator, screen: string): Promise<void> {
	const controls = place.locator(
		'button:visible, a:visible, label:has(input):visible, summary:visible',
	);
	const small = await controls.evaluateAll((elements) =>
		elements
			.filter((element) => !element.closest('.skip, p a'))
			.map((element) => ({
				name: element.getAttribute('aria-label') ?? element.textContent?.trim().slice(0, 50),
				box: element.getBoundingClientRect(),
			}))
			.filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
			.map(({ name, box }) => `${name}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`),
	);
	expect.soft(small, `${screen}: targets of 44 px`).toEqual([]);
}
