package io.mingjing.benchmark.load;

/** Hears every answer, on the thread that sends. */
@FunctionalInterface
public interface Answers {

    /**
     * @param request number of the request
     * @param status of HTTP
     * @param buffer holds the body from {@code from} to {@code to}; only until this returns
     */
    void heard(int request, int status, byte[] buffer, int from, int to);
}
