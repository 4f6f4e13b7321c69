/** Talks with the same page in the browser's other tabs. */
export class Tabs<Message> {
	#channel: BroadcastChannel | undefined;

	constructor(name: string, hear: (message: Message) => void) {
		this.#channel = new BroadcastChannel(name);
		this.#channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
	}

	/** Something may still be under way when the page has gone: then there is nobody to tell for. */
	tell(message: Message): void {
		this.#channel?.postMessage(message);
	}

	close(): void {
		this.#channel?.close();
		this.#channel = undefined;
	}
}
