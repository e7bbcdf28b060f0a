/** One worker's life. `left`: so many calls of disk or network, then it dies before (or after) the next. */
export interface Life {
  dead: boolean;
  left: number;
  after: boolean;
  /** Dies over the next write that leaves: before its answer arrives. */
  onWrite: boolean;
}
