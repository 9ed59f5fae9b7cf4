package io.mingjing.evaluation.leaf.application;

import io.mingjing.evaluation.leaf.domain.PrivateMatter;
import io.mingjing.evaluation.leaf.domain.PrivateMatter.Kind;
import io.mingjing.evaluation.leaf.persistence.PrivateItems;
import io.mingjing.evaluation.leaf.persistence.PrivateItems.PrivateItem;
import io.mingjing.kernel.ids.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Private matters (anonymity rule K9), sealed and opened. Whoever opens one sees to the right and to the audit. */
@ApplicationScoped
public class PrivateMatters {

    /** One of them, opened. */
    public record Told(UUID id, PrivateMatter matter) {}

    private final PrivateItems items;
    private final LeafSeals seals;
    private final Ids ids;

    PrivateMatters(PrivateItems items, LeafSeals seals, Ids ids) {
        this.items = items;
        this.seals = seals;
        this.ids = ids;
    }

    /** Stores some in the caller's transaction, in an order of chance. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(Collection<PrivateMatter> matters) {
        items.add(matters.stream()
                .map(matter -> {
                    UUID id = ids.next();
                    return new PrivateItem(id, matter.kind(), seals.mark(matter), seals.privately(id, matter));
                })
                .toList());
    }

    /**
     * @param after id of the last one seen; null for the first page
     */
    public List<Told> page(Kind kind, @Nullable UUID after, int limit) {
        return items.page(kind, after, limit).stream().map(this::open).toList();
    }

    /** All that tell the same as one of some do, with others that chance put beside them, by id. */
    public List<Told> alike(Kind kind, Collection<PrivateMatter> some) {
        Set<Short> marks =
                some.stream().flatMap(one -> seals.marks(one).stream()).collect(Collectors.toSet());
        return marks.isEmpty()
                ? List.of()
                : items.marked(kind, marks).stream().map(this::open).toList();
    }

    /** All of a kind; nothing is opened. */
    public Set<UUID> idsOf(Kind kind) {
        return items.idsOf(kind);
    }

    public List<Told> find(Collection<UUID> ids) {
        return items.find(ids).stream().map(this::open).toList();
    }

    public Optional<Told> find(UUID id) {
        return items.find(id).map(this::open);
    }

    private Told open(PrivateItem item) {
        return new Told(item.id(), seals.privateMatter(item.id(), item.seal()));
    }
}
