import * as v from "valibot";
import { AppError } from "../errors.ts";
import type { FieldError } from "../errors.ts";
import { requestWords } from "../vietnamese/words/request.ts";

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

/** Parses an input by a schema. AppError invalid names every wrong field, in Vietnamese. */
export function parseWith<const Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (parsed.success) return parsed.output;
  throw new AppError("invalid", requestWords.invalid, onePerField(parsed.issues.map(fieldError)));
}

/** One error per field, although a value may break several rules. */
function onePerField(errors: FieldError[]): FieldError[] {
  return errors.filter(({ path }, n) => errors.findIndex((error) => error.path === path) === n);
}

function fieldError(issue: v.BaseIssue<unknown>): FieldError {
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
