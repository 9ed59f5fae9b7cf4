package io.mingjing.evaluation.office.domain;

/** How far discipline is with an integrity matter. The last three end it. */
public enum IntegrityState {
    TAKEN("已受理", "taken up", false),
    CHECKING("核查中", "being checked", false),
    VERIFIED("查实", "found true", true),
    NOT_VERIFIED("查无实据", "not found", true),
    MALICIOUS("属诬告或假冒", "malicious", true);

    private final String zh;
    private final String en;
    private final boolean closing;

    IntegrityState(String zh, String en, boolean closing) {
        this.zh = zh;
        this.en = en;
        this.closing = closing;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public boolean closing() {
        return closing;
    }
}
