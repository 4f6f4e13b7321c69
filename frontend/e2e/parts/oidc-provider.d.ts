/** As much of the provider as the tests set up: it ships without types. */
declare module 'oidc-provider' {
	import type { RequestListener } from 'node:http';

	interface Found {
		accountId: string;
		claims: () => { sub: string; [claim: string]: unknown };
	}

	export default class Provider {
		constructor(
			issuer: string,
			options: {
				clients: { client_id: string; client_secret: string; redirect_uris: string[] }[];
				claims: Record<string, string[]>;
				pkce: { required: () => boolean };
				cookies: { keys: string[] };
				findAccount: (context: unknown, id: string) => Found | undefined;
			},
		);

		callback(): RequestListener;
	}
}
