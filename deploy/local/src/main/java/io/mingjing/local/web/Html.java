package io.mingjing.local.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** HTML made by hand, in the one look of the services; self-contained, because no server stands behind the sign-in page. */
public final class Html {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s · 明镜</title>
            <style>
            %s
            .brand { display: inline-flex; align-items: center; min-height: 2.75rem; }
            .people button { width: 100%%; flex-direction: column; align-items: flex-start; text-align: left; }
            .people small, .card small { display: block; color: var(--ink-soft); }
            pre { white-space: pre-wrap; font: inherit; margin: 0; }
            </style>
            </head>
            <body>
            <a class="skip" href="#content">跳到正文 Skip to content</a>
            <header class="top"><div class="frame">
            <span class="brand">明镜<span class="slogan">营商环境背靠背评价</span></span>
            <div class="who">%s</div>
            </div></header>
            <main id="content" class="frame" tabindex="-1">
            %s
            </main>
            </body>
            </html>
            """;

    private static final String LOOK = look();

    private Html() {}

    /**
     * A whole page.
     *
     * @param language of its text, for example {@code zh-CN}
     * @param corner HTML at the right end of the head, such as the language switch
     * @param body HTML
     */
    public static String page(String language, String title, String corner, String body) {
        return PAGE.formatted(language, escaped(title), LOOK, corner, body);
    }

    /** Text as it may stand in HTML and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String look() {
        try (InputStream styles = Html.class.getResourceAsStream("/META-INF/resources/look/mingjing.css")) {
            return styles == null ? "" : new String(styles.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
