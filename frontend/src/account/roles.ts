import type { Role } from '../api/account';
import { t } from './people.words';

/** Each role with its word. */
export function roles(): [Role, string][] {
	return [
		['trainee', t.trainee],
		['trainer', t.trainer],
		['manager', t.manager],
		['admin', t.admin],
	];
}
