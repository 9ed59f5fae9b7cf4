package io.mingjing.local.supervise;

import io.mingjing.local.process.Ports;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which port is whose; other tools and people rely on this order.
 *
 * @param base port of the start page
 */
public record PortPlan(int base) {

    /** How many ports in a row a system takes. */
    public static final int SPAN = 9;

    public int startPage() {
        return base;
    }

    public int task() {
        return base + 1;
    }

    public int evaluation() {
        return base + 2;
    }

    public int notification() {
        return base + 3;
    }

    public int oidc() {
        return base + 4;
    }

    public int smtp() {
        return base + 5;
    }

    public int mails() {
        return base + 6;
    }

    public int postgres() {
        return base + 7;
    }

    public int kafka() {
        return base + 8;
    }

    /** Port of a service by its short name. */
    public int of(String service) {
        return switch (service) {
            case "task" -> task();
            case "evaluation" -> evaluation();
            case "notification" -> notification();
            default -> throw new IllegalArgumentException(service);
        };
    }

    /** Web address of a port. */
    public static URI web(int port) {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    /** All of them by name, in their order. */
    public Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("start page 起始页", startPage());
        ports.put("task-service", task());
        ports.put("evaluation-service", evaluation());
        ports.put("notification-service", notification());
        ports.put("OIDC", oidc());
        ports.put("SMTP", smtp());
        ports.put("received mails 收到的邮件", mails());
        ports.put("PostgreSQL", postgres());
        ports.put("Kafka", kafka());
        return ports;
    }

    /** Refuses to start while somebody else listens on one of them. */
    void requireFree() {
        byName().forEach((name, port) -> {
            if (!Ports.isFree(port)) {
                throw new StartRefused("Port %d (%s) is taken%s 端口已被占用. Choose others 请换端口: ./run --port-base %d"
                        .formatted(
                                port,
                                name,
                                PortOwner.of(port).map(owner -> " by " + owner).orElse(""),
                                base < 60_000 ? base + 1000 : base - 1000));
            }
        });
    }
}
