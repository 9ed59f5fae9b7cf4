package io.mingjing.kernel.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that is missing or says {@code null} where content is expected, so that no resource method has to ask,
 * and one that turns out too large while it is read because its length was not told.
 */
@Provider
public class BodyGuard implements ReaderInterceptor {

    private final long largest;

    BodyGuard(@ConfigProperty(name = "mingjing.http.largest-body") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(context.getInputStream()));
        Object body = context.proceed();
        if (body == null) {
            throw new ProblemException(
                    CommonProblem.BAD_REQUEST,
                    "缺少请求正文（JSON 对象），不能为空或 null",
                    "The body is missing: send a JSON object, not nothing and not null");
        }
        return body;
    }

    /** Stops reading where the limit is passed. */
    private final class Counted extends FilterInputStream {

        private long left = largest;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int answer, int read) {
            left -= answer < 0 ? 0 : read;
            if (left < 0) {
                throw new ProblemException(
                        CommonProblem.TOO_LARGE,
                        "内容过大，最多 " + largest / 1024 + " KiB",
                        "The content is too large; at most " + largest / 1024 + " KiB");
            }
            return answer;
        }
    }
}
