import {
  AlignmentType,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";
import type { IParagraphOptions, IRunOptions } from "docx";

/** A .docx of these paragraphs and tables, as Word would write it; `font` is that of the Normal style. */
export async function wordDocument(
  children: (Paragraph | Table)[],
  font?: string,
): Promise<Uint8Array> {
  const document = new Document({
    ...(font === undefined ? {} : { styles: { default: { document: { run: { font } } } } }),
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export function words(
  text: string,
  look: IRunOptions = {},
  block: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ ...block, children: [new TextRun({ text, ...look })] });
}

export function centred(text: string, look: IRunOptions = {}): Paragraph {
  return words(text, look, { alignment: AlignmentType.CENTER });
}

export function toTheRight(text: string, look: IRunOptions = {}): Paragraph {
  return words(text, look, { alignment: AlignmentType.RIGHT });
}

export function photo(...pictures: Uint8Array[]): Paragraph {
  const children = pictures.map(
    (data) =>
      new ImageRun({
        type: "jpg",
        data: Buffer.from(data),
        transformation: { width: 400, height: 300 },
      }),
  );
  return new Paragraph({ alignment: AlignmentType.CENTER, children });
}

export function table(...rows: string[][]): Table {
  return new Table({
    rows: rows.map(
      (row) =>
        new TableRow({
          children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  });
}
