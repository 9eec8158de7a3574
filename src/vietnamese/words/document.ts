/** What readers and staff see of documents. */
export const documentWords = {
  title: "Tài liệu kèm theo",
  numbered: (kind: string | null, number: string) =>
    kind === null ? `Số ${number}` : `${kind} số ${number}`,
  dated: (day: string) => `ngày ${day}`,
  signedBy: (signer: string) => `người ký ${signer}`,
  types: {
    pdf: "PDF",
    docx: "Word",
    doc: "Word",
    xlsx: "Excel",
    xls: "Excel",
    pptx: "PowerPoint",
    ppt: "PowerPoint",
    zip: "ZIP",
  } as Record<string, string>,
  pages: (count: number, isSlides: boolean) => `${count} ${isSlides ? "trang chiếu" : "trang"}`,
  kilobytes: (size: string) => `${size} KB`,
  megabytes: (size: string) => `${size} MB`,
};
