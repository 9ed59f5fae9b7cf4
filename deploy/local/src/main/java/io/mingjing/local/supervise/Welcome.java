package io.mingjing.local.supervise;

import io.mingjing.local.oidc.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is printed when everything is ready; its first line is what scripts wait for. */
final class Welcome {

    private Welcome() {}

    static String lines(PortPlan ports, List<Person> people, Path data, Path officeKey) {
        return """
                Mingjing is ready 明镜已就绪: %s
                  task-service          %s/task
                  evaluation-service    %s/evaluation
                  notification-service  %s/notification
                  OIDC                  %s/mingjing
                  mails 收到的邮件       %s
                  SMTP 127.0.0.1:%d, PostgreSQL 127.0.0.1:%d, Kafka 127.0.0.1:%d
                  logs 日志              %s
                  city office's key 市营商办密钥（演示） %s
                People, one click each on the sign-in page 演示人员, 登录页一键登录:
                %s
                Ctrl-C stops everything 停止.""".formatted(
                        PortPlan.web(ports.startPage()),
                        PortPlan.web(ports.task()),
                        PortPlan.web(ports.evaluation()),
                        PortPlan.web(ports.notification()),
                        PortPlan.web(ports.oidc()),
                        PortPlan.web(ports.mails()),
                        ports.smtp(),
                        ports.postgres(),
                        ports.kafka(),
                        data.resolve("logs"),
                        officeKey,
                        people.stream()
                                .map(person -> "  %-18s %s · %s · %s"
                                        .formatted(
                                                person.subject(),
                                                person.name(),
                                                person.duty(),
                                                String.join(", ", person.posts())))
                                .collect(Collectors.joining("\n")));
    }
}
