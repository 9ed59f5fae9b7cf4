package io.mingjing.local.oidc;

import io.mingjing.local.web.Html;
import java.util.List;
import java.util.stream.Collectors;

/** The page on which a person is chosen: a form per person, so that it works without JavaScript. */
final class SignInPage {

    private static final String BODY = """
            <h1>选择演示人员登录</h1>
            <p>本机演示，无需密码。 Choose a demo person to sign in; no password on this machine.</p>
            <div class="cards people">
            %s
            </div>""";

    private static final String BUTTON = """
            <form method="post"><input type="hidden" name="username" value="%s">\
            <input type="hidden" name="claims" value="%s">\
            <button type="submit" class="quiet" data-person="%1$s">%s<small>%s · %s</small></button></form>""";

    private SignInPage() {}

    static String of(List<Person> people) {
        String buttons = people.stream().map(SignInPage::button).collect(Collectors.joining("\n"));
        return Html.page("zh-CN", "登录（演示）", "", BODY.formatted(buttons));
    }

    private static String button(Person person) {
        return BUTTON.formatted(
                Html.escaped(person.subject()),
                Html.escaped(person.claims()),
                Html.escaped(person.name()),
                Html.escaped(person.duty()),
                Html.escaped(String.join(", ", person.posts())));
    }
}
