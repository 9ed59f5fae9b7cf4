package io.mingjing.local.web;

/** Chinese first, English by switch: {@code ?lang=en} is remembered in the cookie {@code lang}, as in the services. */
public enum Language {
    ZH("zh-CN", "zh"),
    EN("en", "en");

    private final String tag;
    private final String word;

    Language(String tag, String word) {
        this.tag = tag;
        this.word = word;
    }

    /** For {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    /** In the query and in the cookie. */
    public String word() {
        return word;
    }

    public String of(String chinese, String english) {
        return this == ZH ? chinese : english;
    }

    /** A link to the same page in the other language. */
    public String otherLink() {
        return this == ZH
                ? "<a class=\"quiet\" lang=\"en\" href=\"?lang=en\">English</a>"
                : "<a class=\"quiet\" lang=\"zh-CN\" href=\"?lang=zh\">中文</a>";
    }
}
