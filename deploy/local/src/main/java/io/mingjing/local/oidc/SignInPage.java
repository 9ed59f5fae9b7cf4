package io.mingjing.local.oidc;

import java.util.List;
import java.util.stream.Collectors;

/** The page on which a person is chosen: a form per person, so that it works without JavaScript. */
final class SignInPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>登录 · 明镜（演示）</title>
            <style>
            body{font:16px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;margin:0;background:#f4f5f7;color:#1b1f24}
            main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}
            h1{font-size:1.5rem;margin:0 0 .25rem}
            p{margin:0 0 1rem;color:#57606a}
            .people{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.75rem}
            button{width:100%%;min-height:3.5rem;text-align:left;padding:.6rem .9rem;font:inherit;background:#fff;
            border:1px solid #d0d7de;border-radius:.5rem;cursor:pointer}
            button:hover,button:focus{border-color:#0b5cad;outline:2px solid #0b5cad}
            small{display:block;color:#57606a}
            </style>
            </head>
            <body><main>
            <h1>选择演示人员登录</h1>
            <p>本机演示，无需密码。 Choose a demo person to sign in; no password on this machine.</p>
            <div class="people">
            %s
            </div>
            </main></body>
            </html>
            """;

    private static final String BUTTON = """
            <form method="post"><input type="hidden" name="username" value="%s">\
            <input type="hidden" name="claims" value="%s">\
            <button type="submit" data-person="%1$s">%s<small>%s · %s</small></button></form>""";

    private SignInPage() {}

    static String of(List<Person> people) {
        return PAGE.formatted(people.stream().map(SignInPage::button).collect(Collectors.joining("\n")));
    }

    private static String button(Person person) {
        return BUTTON.formatted(
                escaped(person.subject()),
                escaped(person.claims()),
                escaped(person.name()),
                escaped(person.duty()),
                escaped(String.join(", ", person.posts())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
