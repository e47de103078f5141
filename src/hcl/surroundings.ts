/** The other files of a repository, by their paths from the folder of the file at hand. */
export interface Surroundings {
  /** The text of a file, or the names in a folder, one a line, where the path ends in `/`; undefined where it cannot be read. */
  readonly read: (path: string) => string | undefined;
}
