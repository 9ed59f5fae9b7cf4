package io.mingjing.kernel.http;

/** A kind of problem a service can answer with; each service keeps one enum of them. */
public interface ProblemType {

    /** {@code urn:mingjing:problem:<service>:<name>}. */
    String urn();

    /** HTTP status. */
    int status();

    /** What is wrong, in zh-CN. */
    String zh();

    /** What is wrong, in English. */
    String en();
}
