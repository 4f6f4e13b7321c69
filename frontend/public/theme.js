// Blocks on purpose: the theme must be known before the first paint.
try {
	const theme = localStorage.getItem('casebook.theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is closed to this page: the system's theme stays.
}
