/** PostgreSQL from the binaries jar, as a child process, with one database and its roles per service. */
@NullMarked
package io.mingjing.local.postgres;

import org.jspecify.annotations.NullMarked;
