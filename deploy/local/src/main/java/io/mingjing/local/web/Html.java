package io.mingjing.local.web;

/** HTML made by hand. */
public final class Html {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;margin:0;background:#f4f5f7;color:#1b1f24}
            main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 3rem}
            h1{font-size:1.6rem;margin:0 0 .25rem} h2{font-size:1.15rem;margin:1.75rem 0 .5rem}
            p,small{color:#57606a;margin:0 0 .75rem} small{display:block;margin:0}
            a{color:#0b5cad}
            table{border-collapse:collapse;width:100%%;background:#fff}
            td,th{border:1px solid #d0d7de;padding:.45rem .7rem;text-align:left;vertical-align:top}
            .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem}
            .card,button{display:block;width:100%%;min-height:3.5rem;box-sizing:border-box;text-align:left;
            padding:.6rem .9rem;font:inherit;background:#fff;border:1px solid #d0d7de;border-radius:.5rem}
            button{cursor:pointer} a.card{text-decoration:none}
            a.card:hover,button:hover,button:focus-visible,a.card:focus-visible{border-color:#0b5cad;outline:2px solid #0b5cad}
            .up{color:#116329;font-weight:600} .down{color:#a40e26;font-weight:600}
            pre{white-space:pre-wrap;background:#fff;border:1px solid #d0d7de;padding:1rem;font:inherit}
            .language{float:right}
            </style>
            </head>
            <body><main>
            %s
            </main></body>
            </html>
            """;

    private Html() {}

    /**
     * A whole page.
     *
     * @param language of its text, for example {@code zh-CN}
     * @param body HTML
     */
    public static String page(String language, String title, String body) {
        return PAGE.formatted(language, escaped(title), body);
    }

    /** Text as it may stand in HTML and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
