import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** Starts the tests of servers and commands before those of the browser, which are many and short and fill the end of a run. */
export class ProcessesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isFirst = ({ project }: TestSpecification) => Number(project.name === "process");
    return sorted.toSorted((a, b) => readGroup(a) - readGroup(b) || isFirst(b) - isFirst(a));
  }
}

function readGroup({ project }: TestSpecification): number {
  return project.config.sequence.groupOrder;
}
