package io.mingjing.evaluation.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an address counts as. */
class SendersTest {

    @Test
    void anIpv4AddressIsItself() {
        assertThat(Senders.network("203.0.113.7")).isEqualTo("203.0.113.7");
    }

    @Test
    void anIpv4AddressWrittenAsIpv6IsTheSame() {
        assertThat(Senders.network("::ffff:203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(Senders.network("::ffff:cb00:7107")).isEqualTo("203.0.113.7");
    }

    @Test
    void anIpv6AddressIsItsNetwork() {
        assertThat(Senders.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Senders.network("2001:db8:1:2::1%eth0"));
        assertThat(Senders.network("2001:db8:1:3::1")).isNotEqualTo(Senders.network("2001:db8:1:2::1"));
    }

    @Test
    void whatIsNoneStaysAsItIs() {
        assertThat(Senders.network("::zz")).isEqualTo("::zz");
        assertThat(Senders.network("")).isEmpty();
    }
}
