package io.mingjing.task.organisation.application;

import static java.util.stream.Collectors.joining;

import io.mingjing.task.Violations;
import io.mingjing.task.organisation.domain.Unit;
import io.mingjing.task.organisation.domain.UnitKind;
import io.mingjing.task.organisation.persistence.UnitRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a unit must keep to: its code, its place in the tree, one name under one parent. */
@ApplicationScoped
class UnitRules {

    private final UnitRepository units;

    UnitRules(UnitRepository units) {
        this.units = units;
    }

    Violations violations(String code, Unit.Facts facts, Optional<Unit> known) {
        Violations violations = new Violations();
        if (!code.matches("[A-Z0-9][A-Z0-9-]{0,39}")) {
            violations.add(
                    "code",
                    "单位代码应为大写字母、数字和连字符，最多 40 位，例如 GY-KJJ-ZGK",
                    "A unit code has capital letters, digits and hyphens, 40 at most, such as GY-KJJ-ZGK");
        }
        known.filter(unit -> unit.kind() != facts.kind())
                .ifPresent(unit -> violations.add(
                        "kind",
                        "单位 " + code + " 已登记为" + unit.kind().zh() + "，类别不能更改",
                        "Unit " + code + " is recorded as a " + unit.kind().en() + "; its kind cannot change"));
        checkParent(facts, violations);
        units.named(facts.name(), facts.parent())
                .filter(other -> facts.active() && !other.code().equals(code))
                .ifPresent(other -> violations.add(
                        "name",
                        "同一上级单位下已有“" + facts.name() + "”（" + other.code() + "）",
                        "There is already a unit of this name under the same parent: " + other.code()));
        return violations;
    }

    private void checkParent(Unit.Facts facts, Violations violations) {
        UnitKind kind = facts.kind();
        if (facts.parent() == null) {
            if (!kind.standsUnder().isEmpty()) {
                violations.add(
                        "parent",
                        kind.zh() + "要有上级单位，上级应为" + zh(kind),
                        "A " + kind.en() + " needs a parent: " + en(kind));
            }
            return;
        }
        Optional<Unit> parent = units.findByIdOptional(facts.parent());
        if (parent.isEmpty()) {
            violations.add(
                    "parent",
                    "上级单位 " + facts.parent() + " 不存在，请先登记上级单位",
                    "There is no unit " + facts.parent() + "; record the parent first");
        } else if (!kind.standsUnder().contains(parent.get().kind())) {
            violations.add(
                    "parent",
                    parent.get().name() + "是" + parent.get().kind().zh() + "；" + kind.zh() + "的上级应为" + zh(kind),
                    "A " + kind.en() + " cannot stand under a "
                            + parent.get().kind().en() + "; right is: " + en(kind));
        }
    }

    private static String zh(UnitKind kind) {
        return kind.standsUnder().isEmpty()
                ? "空（最上级）"
                : kind.standsUnder().stream().map(UnitKind::zh).collect(joining("或"));
    }

    private static String en(UnitKind kind) {
        return kind.standsUnder().isEmpty()
                ? "none, it is the root"
                : kind.standsUnder().stream().map(UnitKind::en).collect(joining(" or "));
    }
}
