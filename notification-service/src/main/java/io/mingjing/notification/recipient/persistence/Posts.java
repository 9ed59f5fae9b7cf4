package io.mingjing.notification.recipient.persistence;

import io.mingjing.notification.recipient.domain.Holder;
import io.mingjing.notification.recipient.domain.Office;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Posts (岗位) and who holds them, as the organisation's events last described them. */
@ApplicationScoped
public class Posts {

    /** A post as its event describes it. */
    public record Row(
            String postId,
            String role,
            String unit,
            @Nullable String holderSubject,
            @Nullable String holderName,
            @Nullable String email,
            @Nullable LocalDate heldFrom) {}

    private static final String HELD = """
            select p.post_id, p.role, p.unit, coalesce(u.name, p.unit), p.holder_subject,
                   coalesce(p.holder_name, p.holder_subject), p.email
            from post p left join unit u on u.code = p.unit
            where p.holder_subject is not null and (p.held_from is null or p.held_from <= :day)
            """;

    private final Session session;

    Posts(Session session) {
        this.session = session;
    }

    /** Takes a record over, unless a newer one of the same post is already there. */
    public void put(Row post, long sequence) {
        session.createNativeMutationQuery("""
                insert into post (post_id, role, unit, holder_subject, holder_name, email, held_from, sequence)
                values (:id, :role, :unit, :subject, :name, :email, :from, :sequence)
                on conflict (post_id) do update
                set role = excluded.role, unit = excluded.unit, holder_subject = excluded.holder_subject,
                    holder_name = excluded.holder_name, email = excluded.email, held_from = excluded.held_from,
                    sequence = excluded.sequence
                where post.sequence < excluded.sequence""")
                .setParameter("id", post.postId())
                .setParameter("role", post.role().toLowerCase(Locale.ROOT))
                .setParameter("unit", post.unit())
                .setParameter("subject", post.holderSubject(), String.class)
                .setParameter("name", post.holderName(), String.class)
                .setParameter("email", post.email(), String.class)
                .setParameter("from", post.heldFrom(), LocalDate.class)
                .setParameter("sequence", sequence)
                .executeUpdate();
    }

    /** Who holds an office on a day, in order of the posts. */
    public List<Holder> holders(Office office, LocalDate day) {
        return session.createNativeQuery(
                        HELD + "and p.unit = :unit and p.role = :role order by p.post_id", Object[].class)
                .setParameter("unit", office.unit())
                .setParameter("role", office.role())
                .setParameter("day", day)
                .getResultStream()
                .map(Posts::holder)
                .toList();
    }

    /** Who holds a post on a day; empty while it is vacant or unknown. */
    public Optional<Holder> holder(String postId, LocalDate day) {
        return session.createNativeQuery(HELD + "and p.post_id = :id", Object[].class)
                .setParameter("id", postId)
                .setParameter("day", day)
                .uniqueResultOptional()
                .map(Posts::holder);
    }

    /** Who holds a post of the city office at the city or its office on a day and has an e-mail, each person once. */
    public List<Holder> cityOffice(LocalDate day) {
        return session.createNativeQuery(HELD + """
                        and p.role = 'city_office' and p.email ~ '\\S' and u.active and u.kind in ('CITY', 'CITY_OFFICE')
                        and not exists (select from post o join unit v on v.code = o.unit
                                         where o.holder_subject = p.holder_subject and o.role = p.role and o.email ~ '\\S'
                                           and v.active and v.kind in ('CITY', 'CITY_OFFICE') and o.post_id < p.post_id
                                           and (o.held_from is null or o.held_from <= :day))
                        order by p.post_id""", Object[].class)
                .setParameter("day", day)
                .getResultStream()
                .map(Posts::holder)
                .toList();
    }

    private static Holder holder(Object[] row) {
        return new Holder(
                (String) row[0],
                new Office((String) row[1], (String) row[2]),
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6]);
    }
}
