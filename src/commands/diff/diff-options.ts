export interface DiffOptions {
  /** Policies; or catalogs: a root folder, the folder of a cloud, or the YAML file of a service. */
  readonly old: string;
  readonly new: string;
  /** Policies and manifests to judge with both catalogs. */
  readonly paths: readonly string[];
  readonly manifest?: readonly string[] | undefined;
  readonly config?: string | undefined;
  readonly format: 'text' | 'markdown' | 'json';
}
