package io.mingjing.evaluation.place.application;

import io.mingjing.evaluation.EvaluationProblem;
import io.mingjing.evaluation.place.domain.Unit;
import io.mingjing.evaluation.place.persistence.UnitStore;
import io.mingjing.kernel.http.ProblemException;
import io.mingjing.kernel.http.ProblemException.Violation;
import io.mingjing.kernel.http.UnitTree;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The units this service has heard of, as a tree. */
@ApplicationScoped
public class Units implements UnitTree {

    private static final Set<String> CITY = Set.of("CITY", "CITY_OFFICE");

    private final UnitStore store;

    Units(UnitStore store) {
        this.store = store;
    }

    /** Joins the running transaction. */
    public void record(Unit unit, long sequence) {
        store.record(unit, sequence);
    }

    public Optional<Unit> find(String code) {
        return store.find(code);
    }

    /** The unit itself and those above it, nearest first; empty where it is unknown. */
    public List<Unit> upwards(String code) {
        return store.upwards(code);
    }

    /** Units in use, in order of their codes. */
    public List<Unit> active(int limit) {
        return store.active(limit);
    }

    @Override
    public boolean covers(String upper, String unit) {
        return store.upwards(unit).stream().anyMatch(above -> above.code().equals(upper));
    }

    @Override
    public boolean isCity(String unit) {
        return find(unit)
                .filter(Unit::active)
                .filter(found -> CITY.contains(found.kind()))
                .isPresent();
    }

    @Override
    public String nameOf(String unit) {
        return find(unit).map(Unit::name).orElse(unit);
    }

    /**
     * The unit of a request's field.
     *
     * @throws ProblemException 422 where it is not known here, or not active
     */
    Unit required(String field, String code) {
        return find(code)
                .filter(Unit::active)
                .orElseThrow(() -> new ProblemException(
                        EvaluationProblem.UNKNOWN_CODE,
                        "单位 " + code + " 未登记或已停用",
                        "The unit " + code + " is not registered or no longer active",
                        List.of(new Violation(
                                field,
                                "请填写已登记的单位编码；刚登记的单位几秒后可用",
                                "use the code of a registered unit; a new one can be used a few seconds later")),
                        Map.of()));
    }
}
