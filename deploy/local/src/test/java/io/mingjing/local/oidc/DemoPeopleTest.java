package io.mingjing.local.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.kernel.http.Post;
import io.mingjing.kernel.http.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPeopleTest {

    private final List<Person> people = DemoPeople.all();

    @Test
    void thereIsSomebodyForEveryRoleOfAPerson() {
        var held =
                people.stream().flatMap(DemoPeopleTest::posts).map(Post::role).distinct();

        assertThat(held)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                        .filter(role -> role != Role.INTEGRATION && role != Role.NOTICES)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZGK", "CGK", "BGS", "GXK", "RSK", "KSK", "SY1"})
    void everySectionHasAHeadAndSomebodyElse(String section) {
        assertThat(people)
                .filteredOn(person -> person.posts().contains("section_head@GY-KJJ-" + section)
                        || person.posts().contains("section@GY-KJJ-" + section))
                .hasSize(2)
                .extracting(Person::subject)
                .doesNotHaveDuplicates();
    }

    @Test
    void nobodyCanBeTakenForARealPerson() {
        assertThat(people).extracting(Person::name).allSatisfy(name -> assertThat(name)
                .endsWith("（演示）"));
    }

    @Test
    void subjectsAreDifferent() {
        assertThat(people).extracting(Person::subject).doesNotHaveDuplicates();
    }

    private static Stream<Post> posts(Person person) {
        return person.posts().stream().map(post -> Post.parse(post).orElseThrow());
    }
}
