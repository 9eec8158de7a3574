import { listWords } from "./lists.ts";
import { readingWords } from "./reading.ts";
import { siteMapWords } from "./site-map.ts";

/** What the header and the footer of the public site say, in the language of the page. */
export const frameWords = {
  vi: {
    skipToContent: "Đến nội dung chính",
    home: readingWords.home,
    sections: "Chuyên mục",
    menu: "Thực đơn",
    menuBelow: "Thực đơn, cuối trang",
    sectionsBelow: "Chuyên mục, cuối trang",
    search: readingWords.search,
    searchHint: "Tìm bài viết",
    searchField: "Từ khóa cần tìm",
    darkTheme: "Giao diện tối",
    agencyInCharge: "Cơ quan chủ quản:",
    agency: "Cơ quan quản lý trang tin:",
    responsible: "Chịu trách nhiệm nội dung:",
    address: "Địa chỉ:",
    phone: "Điện thoại:",
    email: "Thư điện tử:",
    attribution: readingWords.attribution,
    archive: listWords.archive,
    tags: listWords.tag,
    authors: listWords.author,
    corrections: readingWords.corrections,
    siteMap: siteMapWords.title,
    rss: readingWords.rss,
    toTop: "Lên đầu trang",
  },
  en: {
    skipToContent: "Skip to the content",
    home: "Home",
    sections: "Sections",
    menu: "Menu",
    menuBelow: "Menu, end of page",
    sectionsBelow: "Sections, end of page",
    search: "Search",
    searchHint: "Search articles",
    searchField: "Words to search for",
    darkTheme: "Dark theme",
    agencyInCharge: "Governing body:",
    agency: "Published by:",
    responsible: "Responsible for the content:",
    address: "Address:",
    phone: "Telephone:",
    email: "E-mail:",
    attribution: (site: string) => `Please credit “${site}” when you use content of this site.`,
    archive: "Archive",
    tags: "Tags",
    authors: "Authors",
    corrections: "Corrections",
    siteMap: "Site map",
    rss: "RSS",
    toTop: "Back to top",
  },
} as const;

export type Language = keyof typeof frameWords;

export type FrameWords = (typeof frameWords)[Language];
