package io.mingjing.notification.recipient.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.notification.recipient.domain.Succession.Reached;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuccessionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 19);

    private final Chart chart = new Chart();

    @Test
    void everyHolderOfTheMeantOfficesHears() {
        chart.hold("section_head", "GY-KJJ-ZGK", "head");
        chart.hold("section", "GY-KJJ-ZGK", "member");

        Reached reached = reach("section_head@GY-KJJ-ZGK", "section@GY-KJJ-ZGK");

        assertThat(reached.people()).extracting(one -> one.holder().subject()).containsExactly("head", "member");
        assertThat(reached.people()).extracting(Addressee::insteadOf).containsOnlyNulls();
        assertThat(reached.unreached()).isEmpty();
    }

    @Test
    void someoneWithTwoOfTheOfficesHearsOnce() {
        chart.hold("section_head", "GY-KJJ-ZGK", "wang");
        chart.hold("section_head", "GY-KJJ-CGK", "wang");

        assertThat(reach("section_head@GY-KJJ-CGK", "section_head@GY-KJJ-ZGK").people())
                .hasSize(1);
    }

    @Test
    void aSectionIsReachedThroughWhoeverIsThere() {
        chart.hold("section", "GY-KJJ-ZGK", "member");
        chart.hold("coordinator", "GY-KJJ", "coordinator");

        assertThat(subjects(reach("section_head@GY-KJJ-ZGK", "section@GY-KJJ-ZGK")))
                .containsExactly("member");
    }

    @Test
    void anEmptySectionIsHeardByTheCoordinatorOfItsBureauWhoIsToldWhy() {
        chart.hold("coordinator", "GY-KJJ", "coordinator");

        Addressee only = reach("section_head@GY-KJJ-ZGK").people().getFirst();

        assertThat(only.holder().subject()).isEqualTo("coordinator");
        assertThat(only.addressedAs()).isEqualTo("GY-KJJ领导小组办公室（GY-KJJ-ZGK负责人岗位空缺，由您代收）");
    }

    @Test
    void aVacantLeaderInChargeIsHeardByThePrincipalLeaderAndNotByTheCoordinatorAskedBeside() {
        chart.hold("coordinator", "GY-KJJ", "coordinator");
        chart.hold("principal_leader", "GY-KJJ", "principal");

        assertThat(subjects(reach("leader_in_charge@GY-KJJ", "coordinator@GY-KJJ")))
                .containsExactly("principal", "coordinator");
    }

    @Test
    void whoIsMeantHimselfIsNotSaidToStandIn() {
        chart.hold("principal_leader", "GY-KJJ", "principal");

        assertThat(reach("leader_in_charge@GY-KJJ", "principal_leader@GY-KJJ").people())
                .singleElement()
                .extracting(Addressee::insteadOf)
                .isNull();
    }

    @Test
    void aBureauWithoutAnybodyIsHeardByTheCityOffice() {
        chart.hold("city_office", "GY-YSB", "city");

        assertThat(subjects(reach("section@GY-KJJ-ZGK"))).containsExactly("city");
    }

    @Test
    void anUnknownUnitIsReportedAndNobodyGuessed() {
        chart.hold("coordinator", "GY-KJJ", "coordinator");

        Reached reached = reach("section@GY-XX-NEW");

        assertThat(reached.people()).isEmpty();
        assertThat(reached.unreached()).containsExactly(new Office("section", "GY-XX-NEW"));
    }

    @Test
    void anInactiveSectionIsHeardAbove() {
        chart.hold("section", "GY-KJJ-ZGK", "member");
        chart.hold("coordinator", "GY-KJJ", "coordinator");
        chart.inactive.add("GY-KJJ-ZGK");

        assertThat(subjects(reach("section@GY-KJJ-ZGK"))).containsExactly("coordinator");
    }

    private Reached reach(String... offices) {
        return new Succession(chart, TODAY)
                .reach(List.of(offices).stream().map(Office::parse).toList());
    }

    private static List<String> subjects(Reached reached) {
        return reached.people().stream().map(one -> one.holder().subject()).toList();
    }

    /** The bureau's chart in memory. */
    private static final class Chart implements Directory {

        private static final Map<String, String> PARENTS =
                Map.of("GY-KJJ-ZGK", "GY-KJJ", "GY-KJJ-CGK", "GY-KJJ", "GY-KJJ", "GY", "GY", "");

        private final List<Holder> held = new ArrayList<>();
        private final List<String> inactive = new ArrayList<>();

        void hold(String role, String unit, String subject) {
            held.add(new Holder(role + "@" + unit, new Office(role, unit), unit, subject, subject, null));
        }

        @Override
        public List<String> upwards(String unit) {
            List<String> line = new ArrayList<>();
            for (String one = unit; PARENTS.containsKey(one); one = PARENTS.get(one)) {
                line.add(one);
            }
            line.removeAll(inactive);
            return line;
        }

        @Override
        public List<String> cityOfficesUnder(List<String> units) {
            return units.contains("GY") ? List.of("GY-YSB") : List.of();
        }

        @Override
        public String nameOf(String unit) {
            return unit;
        }

        @Override
        public List<Holder> holders(Office office, LocalDate day) {
            return held.stream().filter(one -> one.office().equals(office)).toList();
        }
    }
}
