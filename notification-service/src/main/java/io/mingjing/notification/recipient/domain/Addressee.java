package io.mingjing.notification.recipient.domain;

import org.jspecify.annotations.Nullable;

/**
 * A person who is to hear, and as what.
 *
 * @param insteadOf the vacant office in whose place the person hears, in words; null where the person holds an office
 *     that was meant
 */
public record Addressee(Holder holder, @Nullable String insteadOf) {

    /** As what the person hears, in zh-CN: stands on the notice. */
    public String addressedAs() {
        String own = holder.unitName() + RoleWords.of(holder.office().role());
        return insteadOf == null ? own : own + "（" + insteadOf + "岗位空缺，由您代收）";
    }
}
