import * as v from "valibot";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";
import type { BodyContext } from "./body-bound.ts";
import { readBody } from "./read-body.ts";

/** Parses JSON. AppError malformed when the bytes are not UTF-8 or not JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new AppError("malformed", requestWords.bodyNotUtf8);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("malformed", requestWords.bodyNotJson);
  }
}

/** Reads the JSON body of a request. AppErrors too-large and malformed. */
export async function readJson(c: BodyContext): Promise<unknown> {
  return parseJson(await readBody(c));
}

/** Parses an input by a schema. AppError invalid names every wrong field, in Vietnamese. */
export function parseWith<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  const misplaced = findMisplacedArrays(schema, input, []);
  if (parsed.success && misplaced.length === 0) return parsed.output;
  const others = (parsed.issues ?? []).map(makeFieldError);
  const errors = [...misplaced, ...others.filter(({ path }) => !isWithin(path, misplaced))];
  throw new AppError("invalid", requestWords.invalid, keepFirstPerField(errors));
}

function isWithin(path: string, errors: FieldError[]): boolean {
  return errors.some((error) => error.path === "" || path.startsWith(`${error.path}.`));
}

/** The parts of a schema that may hold other schemas. */
type SchemaParts = v.GenericSchema & {
  wrapped?: v.GenericSchema;
  entries?: Record<string, v.GenericSchema>;
  item?: v.GenericSchema;
};

/** The errors for arrays where an object belongs: valibot takes an array for an object without fields. */
function findMisplacedArrays(schema: SchemaParts, input: unknown, path: string[]): FieldError[] {
  if (schema.wrapped !== undefined) return findMisplacedArrays(schema.wrapped, input, path);
  if (typeof input !== "object" || input === null) return [];
  if (schema.entries !== undefined && Array.isArray(input)) {
    return [{ path: path.join("."), message: requestWords.wrongType(typeWord("object")) }];
  }
  return Object.entries(input).flatMap(([key, value]) => {
    const { entries, item } = schema;
    const field = entries !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined;
    const inner = entries === undefined ? item : field;
    return inner === undefined ? [] : findMisplacedArrays(inner, value, [...path, key]);
  });
}

/** One error per field, although a value may break several rules. */
function keepFirstPerField(errors: FieldError[]): FieldError[] {
  return errors.filter(({ path }, n) => errors.findIndex((error) => error.path === path) === n);
}

function makeFieldError(issue: v.BaseIssue<unknown>): FieldError {
  return { path: v.getDotPath(issue) ?? "", message: describeIssue(issue) };
}

/** valibot's own messages repeat the input and are English; these say only what is expected. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  const { requirement } = issue;
  switch (issue.type) {
    case "strict_object":
      if (issue.expected === "never") return requestWords.unknownField;
      return issue.expected === "Object"
        ? requestWords.wrongType(typeWord("object"))
        : requestWords.required;
    case "non_empty":
      return requestWords.empty;
    case "picklist":
      return requestWords.oneOf(
        (issue as v.PicklistIssue).expected.replaceAll('"', "").replace(/[()]/g, ""),
      );
    case "max_length":
      return Array.isArray(issue.input)
        ? requestWords.tooManyItems(Number(requirement))
        : requestWords.tooLong(Number(requirement));
    case "url":
    case "regex":
      return requestWords.notWebAddress;
    case "iso_date":
      return requestWords.notDay;
    case "iso_timestamp":
    case "check":
      return requestWords.notTime;
    case "integer":
    case "min_value":
      return requestWords.notWholeNumber;
    default:
      return issue.kind === "schema"
        ? requestWords.wrongType(typeWord(issue.type))
        : requestWords.wrongValue;
  }
}

function typeWord(type: string): string {
  return requestWords.types[type] ?? type;
}
