import { once } from 'node:events';
import { createServer, type Server as HTTP } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What an organisation says of somebody. */
export interface Claims {
	name: string;
	email: string;
	email_verified: boolean;
	groups: string[];
}

/** An organisation's own login: a real provider, on this machine, with its own pages to log in and to consent. */
export class Organisation {
	issuer = '';
	readonly #people: Record<string, Claims>;
	#server: HTTP | undefined;

	/** @param people who may log in there, under any password */
	constructor(people: Record<string, Claims>) {
		this.#people = { ...people };
	}

	/** Puts somebody into other groups. */
	regroup(who: string, groups: string[]): void {
		const claims = this.#people[who];
		if (claims) this.#people[who] = { ...claims, groups };
	}

	/** Opens for one client, which sends people back to an address. */
	async open(back: string): Promise<void> {
		const server = createServer();
		this.#server = server;
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const provider = new Provider(this.issuer, {
			clients: [{ client_id: 'casebook', client_secret: 'a secret', redirect_uris: [back] }],
			claims: {
				openid: ['sub'],
				profile: ['name'],
				email: ['email', 'email_verified'],
				groups: ['groups'],
			},
			pkce: { required: () => true },
			cookies: { keys: ['a key'] },
			findAccount: (_, id) => {
				const claims = this.#people[id];
				return claims && { accountId: id, claims: () => ({ sub: id, ...claims }) };
			},
		});
		server.on('request', provider.callback());
	}

	close(): void {
		this.#server?.closeAllConnections();
		this.#server?.close();
	}
}
