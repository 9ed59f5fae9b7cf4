package io.mingjing.evaluation.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjing.local.RealPartsResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealPartsResource.class, initArgs = @ResourceArg(name = "service", value = "evaluation"))
class ReceiptCodesTest {

    private final ReceiptCodes receipts;

    ReceiptCodesTest(ReceiptCodes receipts) {
        this.receipts = receipts;
    }

    @Test
    void thirteenCharactersThatNobodyMisreads() {
        Set<String> codes = new HashSet<>();
        for (int secret = 0; secret < 2_000; secret++) {
            codes.add(receipts.codeFor(new byte[] {(byte) secret, (byte) (secret >> 8)}, "M1"));
        }

        assertThat(codes).hasSize(2_000).allMatch(code -> code.matches("[0-9A-HJKMNP-TV-Z]{13}"));
    }

    @Test
    void theSamePageGetsTheSameCodeAndEachMatterItsOwn() {
        byte[] secret = {7};

        assertThat(receipts.codeFor(secret, "M1"))
                .isEqualTo(receipts.codeFor(secret, "M1"))
                .isNotEqualTo(receipts.codeFor(secret, "M2"));
    }

    @Test
    void whatPeopleTypeIsRead() {
        assertThat(receipts.read(" 0o1i-lABC DEFGH ")).contains("00111ABCDEFGH");
        assertThat(receipts.read("0011-1ABC-DEFG")).isEmpty();
        assertThat(receipts.read("00111ABCDEFGU")).isEmpty();
        assertThat(receipts.read("0".repeat(10_000))).isEmpty();
        assertThat(receipts.read("")).isEmpty();
    }

    @Test
    void theHashIsKeyed() {
        String code = receipts.codeFor(new byte[] {9}, "M1");

        assertThat(receipts.hash(code)).hasSize(32).isEqualTo(receipts.hash(code));
    }
}
