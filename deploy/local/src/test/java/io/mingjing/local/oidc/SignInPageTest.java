package io.mingjing.local.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SignInPageTest {

    @Test
    void aFormPostsThePersonAndTheirClaimsWithoutJavaScript() {
        String page = SignInPage.of(List.of(new Person("wang", "王（演示）", "成果科", List.of("section@GY-KJJ-CGK"))));

        assertThat(page)
                .contains("name=\"username\" value=\"wang\"")
                .contains("&quot;mingjing_posts&quot;:[&quot;section@GY-KJJ-CGK&quot;]")
                .contains("王（演示）")
                .doesNotContain("<script");
    }

    @Test
    void aNameIsTextAndNeverMarkup() {
        String page = SignInPage.of(List.of(new Person("x", "<b>\"x\"</b>", "", List.of())));

        assertThat(page).contains("&lt;b&gt;").doesNotContain("<b>");
    }
}
