/** The identity provider: one click per person, and a client that signs in like a person. */
@NullMarked
package io.mingjing.local.oidc;

import org.jspecify.annotations.NullMarked;
