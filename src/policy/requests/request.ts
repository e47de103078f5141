/** One call as the cloud authorizes it: what is to be done, to what, and what is known of the call. */
export interface Request {
  /** `service:type:operation`. */
  readonly action: string;
  /** `service:region:account:type:path`, or `/iam/agencies/<id>`. */
  readonly resource: string;
  /** Values by condition key, keys in lower case. A key that is not here is absent from the request. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/** The form in which condition keys are compared. */
export function foldKey(key: string): string {
  return key.toLowerCase();
}
