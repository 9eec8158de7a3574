/** The use of D1 and of other services by one act. `milliseconds` is the time that D1 reports. */
export type ActUsage = {
  roundTrips: number;
  /** Statements; a batch has several. */
  queries: number;
  rowsRead: number;
  rowsWritten: number;
  milliseconds: number;
  /** Operations of R2, and transformations of Images. */
  files: number;
  /** Bytes that it stores in R2. */
  storedBytes: number;
  transformations: number;
  /** Calls of Durable Objects. */
  objectCalls: number;
};
