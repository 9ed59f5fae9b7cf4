package io.mingjing.kernel.look;

import static io.mingjing.kernel.http.Role.CITY_OFFICE;
import static io.mingjing.kernel.http.Role.CLERK;
import static io.mingjing.kernel.http.Role.COORDINATOR;
import static io.mingjing.kernel.http.Role.DISCIPLINE;
import static io.mingjing.kernel.http.Role.LEADER_IN_CHARGE;
import static io.mingjing.kernel.http.Role.LIAISON;
import static io.mingjing.kernel.http.Role.OPERATIONS;
import static io.mingjing.kernel.http.Role.OVERSIGHT;
import static io.mingjing.kernel.http.Role.PRINCIPAL_LEADER;
import static io.mingjing.kernel.http.Role.SECTION;
import static io.mingjing.kernel.http.Role.SECTION_HEAD;
import static io.mingjing.kernel.http.Role.UNIT_ADMIN;

import io.mingjing.kernel.http.Role;
import io.mingjing.kernel.http.WebAddresses;
import java.net.URI;
import java.util.function.Function;

/** A place of the navigation: one list for all services, so that it looks the same everywhere. */
enum Place {
    TASKS(
            WebAddresses::task,
            "/task/tasks",
            "任务",
            "Tasks",
            SECTION,
            SECTION_HEAD,
            LIAISON,
            COORDINATOR,
            LEADER_IN_CHARGE,
            PRINCIPAL_LEADER,
            CITY_OFFICE,
            OVERSIGHT,
            UNIT_ADMIN),
    PLANS(
            WebAddresses::task,
            "/task/plans",
            "方案",
            "Plans",
            LIAISON,
            COORDINATOR,
            LEADER_IN_CHARGE,
            PRINCIPAL_LEADER,
            CITY_OFFICE,
            OVERSIGHT),
    VISITS(WebAddresses::evaluation, "/evaluation/visits", "评价码", "Rating codes", CLERK),
    OFFICE(WebAddresses::evaluation, "/evaluation/office", "工作台", "Desk", CITY_OFFICE),
    SHEETS(WebAddresses::evaluation, "/evaluation/sheets", "张贴码", "Posted codes", CLERK, CITY_OFFICE, UNIT_ADMIN),
    PENDING(WebAddresses::evaluation, "/evaluation/pending", "待处理差评", "Pending poor ratings", CITY_OFFICE),
    INTEGRITY(WebAddresses::evaluation, "/evaluation/integrity", "廉洁问题", "Integrity matters", DISCIPLINE, OVERSIGHT),
    RADAR(WebAddresses::evaluation, "/evaluation/radar", "异常监测", "Stuffing radar", OVERSIGHT),
    CONTACTS(WebAddresses::evaluation, "/evaluation/contacts", "联系与回访", "Contacts and calls", CITY_OFFICE),
    LEAVES(
            WebAddresses::evaluation,
            "/evaluation/leaves",
            "评价结果",
            "Ratings",
            CLERK,
            SECTION,
            SECTION_HEAD,
            LIAISON,
            COORDINATOR,
            LEADER_IN_CHARGE,
            PRINCIPAL_LEADER,
            CITY_OFFICE,
            OVERSIGHT,
            UNIT_ADMIN),
    PLACES(
            WebAddresses::evaluation,
            "/evaluation/places",
            "评价点登记",
            "Rated places",
            CITY_OFFICE,
            OVERSIGHT,
            OPERATIONS,
            UNIT_ADMIN),
    INBOX(WebAddresses::notification, "/notification/inbox", "通知", "Notices", Role.values());

    private final Function<WebAddresses, URI> service;
    private final String path;
    private final String zh;
    private final String en;
    private final Role[] roles;

    Place(Function<WebAddresses, URI> service, String path, String zh, String en, Role... roles) {
        this.service = service;
        this.path = path;
        this.zh = zh;
        this.en = en;
        this.roles = roles;
    }

    String href(WebAddresses addresses) {
        return address(service.apply(addresses), path);
    }

    boolean holds(String currentPath) {
        return currentPath.equals(path) || currentPath.startsWith(path + "/");
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    Role[] roles() {
        return roles.clone();
    }

    static String address(URI service, String path) {
        String base = service.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }
}
